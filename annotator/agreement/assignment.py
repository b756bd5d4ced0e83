"""One-to-one matching of greatest weight: the exact answer, component by component."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

Edge = tuple[int, int, float]  # row, column, weight


def greatest_matching(
    rows: NDArray[np.int64], columns: NDArray[np.int64], weights: NDArray[np.float64]
) -> NDArray[np.int64]:
    """Indices of the edges of a matching of greatest total weight; all weights must be above zero.

    Each row and each column is used at most once. Edges whose two ends have no other edge are taken
    as they are; what remains falls into components, each solved by `_best_of`. Shape (matched,).
    """
    if not len(rows):
        return np.zeros(0, dtype=np.int64)
    _, row, row_count = np.unique(rows, return_inverse=True, return_counts=True)
    _, column, column_count = np.unique(columns, return_inverse=True, return_counts=True)
    is_alone = (row_count[row] == 1) & (column_count[column] == 1)
    chosen = np.flatnonzero(is_alone).tolist()
    open_edges = np.flatnonzero(~is_alone)
    if len(open_edges):
        ends = row[open_edges].tolist(), column[open_edges].tolist(), weights[open_edges].tolist()
        edges = list(zip(*ends, strict=True))
        for component in _components(edges):
            chosen += [int(open_edges[index]) for index in _best_of(edges, component)]
    return np.array(sorted(chosen), dtype=np.int64)


def _components(edges: Sequence[Edge]) -> list[list[int]]:
    """Edge indices grouped by connected component."""
    parent: dict[int, int] = {}

    def root(node: int) -> int:
        while parent.setdefault(node, node) != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for row, column, _ in edges:
        one, other = root(row), root(-1 - column)
        if one != other:
            parent[one] = other
    groups: dict[int, list[int]] = defaultdict(list)
    for index, (row, _, _) in enumerate(edges):
        groups[root(row)].append(index)
    return list(groups.values())


def _best_of(edges: Sequence[Edge], component: Sequence[int]) -> list[int]:
    rows = {row: place for place, row in enumerate(dict.fromkeys(edges[index][0] for index in component))}
    columns = {column: place for place, column in enumerate(dict.fromkeys(edges[index][1] for index in component))}
    if len(rows) == 1 or len(columns) == 1:
        return [max(component, key=lambda index: edges[index][2])]
    heaviest = max(edges[index][2] for index in component)
    cost = np.full((len(rows), len(columns) + len(rows)), heaviest)  # further columns: row left alone
    at: dict[tuple[int, int], int] = {}
    for index in component:
        row, column, weight = edges[index]
        place = rows[row], columns[column]
        if heaviest - weight < cost[place]:
            cost[place] = heaviest - weight
            at[place] = index
    found = enumerate(least_assignment(cost))
    return [at[place] for place in found if place in at]


def least_assignment(cost: NDArray[np.float64]) -> list[int]:
    """Column of each row in an assignment of least total cost; rows <= columns.

    The Hungarian method by shortest augmenting paths with potentials, O(rows² · columns): Kuhn, H. W.
    (1955), The Hungarian method for the assignment problem, Naval Research Logistics Quarterly 2,
    83-97; Jonker, R. & Volgenant, A. (1987), Computing 38, 325-340.
    """
    n_rows, n_columns = cost.shape
    row_price = np.zeros(n_rows + 1)
    column_price = np.zeros(n_columns + 1)  # the last column is where a row starts its search from
    owner = np.full(n_columns + 1, -1)
    for row in range(n_rows):
        owner[n_columns] = row
        column = n_columns
        shortest = np.full(n_columns + 1, np.inf)
        came_from = np.full(n_columns + 1, n_columns)
        is_done = np.zeros(n_columns + 1, dtype=bool)
        while owner[column] >= 0:
            is_done[column] = True
            here = owner[column]
            reduced = cost[here] - row_price[here] - column_price[:-1]
            better = ~is_done[:-1] & (reduced < shortest[:-1])
            shortest[:-1][better] = reduced[better]
            came_from[:-1][better] = column
            column = int(np.where(is_done[:-1], np.inf, shortest[:-1]).argmin())
            step = shortest[column]
            row_price[owner[is_done]] += step
            column_price[is_done] -= step
            shortest[~is_done] -= step
        while column != n_columns:
            previous = int(came_from[column])
            owner[column] = owner[previous]
            column = previous
    result = [-1] * n_rows
    for column, row in enumerate(owner[:n_columns].tolist()):
        if row >= 0:
            result[row] = column
    return result
