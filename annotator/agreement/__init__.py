"""Measures of agreement over plain records, computed with numpy alone; `docs/agreement.md` explains them."""

from annotator.agreement.alpha import krippendorff_alpha
from annotator.agreement.coefficients import (
    cohen_kappa,
    fleiss_kappa,
    gwet_ac1,
    gwet_ac2,
    percent_agreement,
    scott_pi,
)
from annotator.agreement.f1 import span_f1
from annotator.agreement.holistic import GammaScore, gamma
from annotator.agreement.score import Score
from annotator.agreement.unitizing import unitizing_alpha

__all__ = [
    "GammaScore",
    "Score",
    "cohen_kappa",
    "fleiss_kappa",
    "gamma",
    "gwet_ac1",
    "gwet_ac2",
    "krippendorff_alpha",
    "percent_agreement",
    "scott_pi",
    "span_f1",
    "unitizing_alpha",
]
