"""Small files in the shapes that other tools write them, with what has to come of each; all texts are made up."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

TEXT = "Het leger viel Raqqa gisteren niet aan."
ORG, GPE = ("ORG", "leger"), ("GPE", "Raqqa")


@dataclass(frozen=True)
class Sample:
    """Files by name (the first is read), the format, and what is kept: (label, words), (role, head, child), notes.

    `listed` are words that notes have to hold, one note each; every note has to hold one of them.
    """

    files: dict[str, str]
    format: str
    spans: list[tuple[str, str]]
    relations: list[tuple[str, str, str]] = field(default_factory=list)
    listed: tuple[str, ...] = ()
    attributes: dict[str, dict[str, str]] = field(default_factory=dict)
    more: dict[str, Any] = field(default_factory=dict)  # further fields of the first document


def lines(*values: object) -> str:
    """JSONL."""
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in values)


SPACED = "with a space between"
BRAT = "Sony betaalde 5 miljoen aan Philips. Het bedrijf (Sony) zei niets.\n"
GENES = "IL-2 gene expression requires TNF binding."

WEBANNO = (
    "#FORMAT=WebAnno TSV 3.2\n"
    "#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value\n"
    "#T_SP=de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS|PosValue\n"
    "#T_SP=webanno.custom.SemPred|Category|ROLE_webanno.custom.SemPred:Arguments_webanno.custom.SemPredArgumentsLink"
    "|webanno.custom.SemArg\n"
    "#T_SP=webanno.custom.SemArg\n"
    "#T_CH=de.tudarmstadt.ukp.dkpro.core.api.coref.type.CoreferenceLink|referenceRelation|referenceType\n"
    "#T_RL=webanno.custom.Rel|kind|BT_de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity\n\n\n"
    "#Text=Jan Jansen sloeg Piet.\n"
    "1-1\t0-3\tJan\thttp://x/Q1[1]|*[2]\tPER[1]|OTH[2]\tN\t_\t_\t_\t*[5]\tcoref\\_x[3]\tnom[3]\t_\t_\t\n"
    "1-2\t4-10\tJansen\thttp://x/Q1[1]\tPER[1]\tN\t_\t_\t_\t*[5]\tcoref\\_x[3]\tnom[3]\t_\t_\t\n"
    "1-3\t11-16\tsloeg\t_\t_\tV\tslaan\tAgent;Patient\t1-1[5];1-4\t_\t_\t_\t_\t_\t\n"
    "1-4\t17-21\tPiet\t*\tPER\tN\t_\t_\t_\t*\t*->3-2\tnom[4]\tslaat\t1-1[1_0]\t\n"
    "1-5\t21-22\t.\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t\n"
)
WEBANNO_33 = (
    "#FORMAT=WebAnno TSV 3.3\n#T_SP=custom.Span|label|value\n\n\n"
    "#Text=IS-strijders vielen aan 😀 daar.\n#Text=En nog een regel.\n"
    "1-1\t0-12\tIS-strijders\t_\t_\t\n1-1.1\t0-2\tIS\tORG[1]\tx[1]\t\n1-1.2\t0-12\tIS-strijders\tPER[2]\ty[2]\t\n"
    "1-2\t13-19\tvielen\tAANVAL[3]\t*[3]\t\n1-3\t20-23\taan\tAANVAL[3]\t*[3]\t\n1-4\t24-26\t😀\t_\t_\t\n"
    "1-5\t27-31\tdaar\tLOC\t*\t\n1-6\t31-32\t.\t_\t_\t\n"
)
XMI = """<?xml version="1.0" encoding="UTF-8"?>
<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore"
 xmlns:type="http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore"
 xmlns:type2="http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore"
 xmlns:type3="http:///de/tudarmstadt/ukp/dkpro/core/api/metadata/type.ecore"
 xmlns:custom="http:///webanno/custom.ecore" xmi:version="2.0">
<cas:NULL xmi:id="0"/>
<type3:DocumentMetaData xmi:id="2" sofa="1" begin="0" end="22" language="nl" documentTitle="slag.txt"
 documentId="anna"/>
<type2:Sentence xmi:id="3" sofa="1" begin="0" end="22"/>
<type2:Token xmi:id="4" sofa="1" begin="0" end="3" order="0"/>
<type:NamedEntity xmi:id="10" sofa="1" begin="0" end="10" value="PER" identifier="http://x/Q1"/>
<type:NamedEntity xmi:id="11" sofa="1" begin="17" end="21" value="PER"/>
<custom:SemPred xmi:id="12" sofa="1" begin="11" end="16" Category="slaan" sure="true" count="2" Arguments="13 14"/>
<custom:SemPredArgumentsLink xmi:id="13" role="Agent" target="10"/>
<custom:SemPredArgumentsLink xmi:id="14" role="Patient" target="11"/>
<custom:Rel xmi:id="15" sofa="1" begin="17" end="21" Dependent="11" Governor="10" kind="slaat" note="x"/>
<custom:FooChain xmi:id="16" first="17"/>
<custom:FooLink xmi:id="17" sofa="1" begin="0" end="10" referenceType="nam" next="18"/>
<custom:FooLink xmi:id="18" sofa="1" begin="17" end="21" referenceType="pro"/>
<custom:DocMeta xmi:id="19" genre="nieuws"/>
<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="Jan Jansen sloeg Piet."/>
<cas:View sofa="1" members="2 3 4 10 11 12 15 17 18 19"/>
</xmi:XMI>"""
CTAKES = """<?xml version="1.0" encoding="UTF-8"?>
<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore"
 xmlns:textsem="http:///org/apache/ctakes/typesystem/type/textsem.ecore"
 xmlns:refsem="http:///org/apache/ctakes/typesystem/type/refsem.ecore" xmi:version="2.0">
<cas:NULL xmi:id="0"/>
<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="No fever today."/>
<textsem:SignSymptomMention xmi:id="9" sofa="1" begin="3" end="8" id="0" ontologyConceptArr="13" typeID="3"
 discoveryTechnique="1" confidence="0.0" polarity="-1" uncertainty="0" conditional="false" subject="patient"/>
<refsem:UmlsConcept xmi:id="13" codingScheme="SNOMEDCT_US" code="386661006" cui="C0015967"/>
<cas:View sofa="1" members="9"/>
</xmi:XMI>"""
REGION = {"value": {"start": 4, "end": 9, "text": "leger", "labels": ["ORG"]}, "id": "x1", "from_name": "label",
          "to_name": "text", "type": "labels", "origin": "manual"}  # fmt: skip
LABEL_STUDIO = {
    "id": 1,
    "annotations": [{
        "id": 9,
        "completed_by": {"id": 1, "email": "a@example.org", "first_name": "", "last_name": ""},
        "result": [
            REGION,
            {"value": {"start": 15, "end": 20, "text": "Raqqa", "labels": ["GPE", "LOC"]}, "id": "x2",
             "from_name": "label2", "to_name": "text", "type": "labels", "score": 0.4},
            {"from_id": "x1", "to_id": "x2", "type": "relation", "direction": "bi", "labels": ["AT"]},
            {"from_id": "x2", "to_id": "x1", "type": "relation", "direction": "right"},
            {"value": {"choices": ["neg"]}, "id": "c", "from_name": "sentiment", "to_name": "text", "type": "choices"},
            {"value": {"start": 4, "end": 9, "text": ["opm"]}, "id": "x1", "from_name": "com", "to_name": "text",
             "type": "textarea"},
        ],
        "was_cancelled": False,
        "ground_truth": True,
    }],
    "predictions": [{"id": 3, "model_version": "m1", "score": 0.5, "result": [REGION]}],
    "drafts": [], "file_upload": "x.txt", "data": {"text": TEXT}, "meta": {}, "inner_id": 1, "total_annotations": 1,
    "comment_count": 0, "unresolved_comment_ids": [], "project": 3,
}  # fmt: skip
WORDS = [("Het", 0), ("leger", 4), ("viel", 10), ("Raqqa", 15)]
TOKENS = [{"text": one, "start": at, "end": at + len(one), "id": n, "ws": True} for n, (one, at) in enumerate(WORDS)]
LEGER = {"start": 4, "end": 9, "token_start": 1, "token_end": 1, "label": "ORG"}
RAQQA = {"start": 15, "end": 20, "token_start": 3, "token_end": 3, "label": "GPE"}
VIEL = {"start": 10, "end": 14, "token_start": 2, "token_end": 2, "label": None}
ENGLISH = (
    "-DOCSTART- -X- -X- O\n\nEU NNP I-NP I-ORG\nrejects VBZ I-VP O\nGerman JJ I-NP I-MISC\ncall NN I-NP O\n. . O O\n\n"
    "-DOCSTART- -X- -X- O\n\nPeter NNP I-NP I-PER\nBlackburn NNP I-NP I-PER\nX NNP I-NP B-PER"
)

SAMPLES = {
    "brat": Sample(
        {
            "doc.txt": BRAT,
            "doc.ann": "T1\tOrganization 0 4\tSony\nT2\tMERGE-ORG 5 13\tbetaalde\nT3\tOrganization 28 35\tPhilips\n"
            "T4\tOrganization 50 54\tSony\nT5\tOrganization 37 48;50 54\tHet bedrijf Sony\n"
            "E1\tMERGE-ORG:T2 Org1:T1 Org2:T3\nR1\tOrigin Arg1:T3 Arg2:T4\t\n*\tEquiv T1 T4\nA1\tNegation E1\n"
            "M1\tConfidence E1 L2\nN1\tReference T1 Wikipedia:534366\tSony\n#1\tAnnotatorNotes T1\tis dit zeker?\n"
            "#3\tNormalization T1\tx\n",
            "annotation.conf": "[entities]\nOrganization\n",
        },
        "brat",
        [("Organization", "Sony"), ("Organization", "Philips"), ("Organization", "Sony"),
         ("Organization", "Het bedrijf … Sony"), ("MERGE-ORG", "betaalde")],
        [("Org1", "betaalde", "Sony"), ("Org2", "betaalde", "Philips"), ("Origin", "Philips", "Sony")],
        ("(*)", "(N)", "Normalization"),
        {"betaalde": {"Negation": "true", "Confidence": "L2"}},
    ),
    "BioNLP": Sample(
        {
            "1.txt": GENES,
            "1.a1": "T1\tProtein 0 4\tIL-2\nT2\tProtein 30 33\tTNF\n",
            "1.a2": "T3\tGene_expression 10 20\texpression\nT4\tBinding 34 41\tbinding\n*\tEquiv T1 T2\n"
            "E1\tGene_expression:T3 Theme:T1\nE2\tBinding:T4 Theme:T2 Theme2:T1\n"
            "E3\tPositive_regulation:T4 Theme:E1 Cause:E2\nM1\tNegation E1\nM2\tSpeculation E2\n",
        },
        "brat",
        [("Protein", "IL-2"), ("Protein", "TNF"), ("Gene_expression", "expression"), ("Binding", "binding"),
         ("Positive_regulation", "binding")],
        [("Theme", "expression", "IL-2"), ("Theme", "binding", "TNF"), ("Theme", "binding", "IL-2"),
         ("Theme", "binding", "expression"), ("Cause", "binding", "binding")],
        ("(*)",),
    ),
    "WebAnno TSV 3.2": Sample(
        {"a.tsv": WEBANNO},
        "webanno-tsv",
        [("PER", "Jan Jansen"), ("OTH", "Jan"), ("SemArg", "Jan Jansen"), ("slaan", "sloeg"), ("PER", "Piet"),
         ("SemArg", "Piet")],
        [("Agent", "sloeg", "Jan Jansen"), ("Patient", "sloeg", "Piet"), ("slaat", "Jan Jansen", "Piet")],
        ("words and syntax", "chains"),
        {"Jan Jansen": {"identifier": "http://x/Q1"}},
    ),
    "WebAnno TSV 3.3": Sample(
        {"b.tsv": WEBANNO_33},
        "webanno-tsv",
        [("ORG", "IS"), ("PER", "IS-strijders"), ("AANVAL", "vielen aan"), ("LOC", "daar")],
    ),
    "WebAnno XMI": Sample(
        {"anna.xmi": XMI},
        "cas-xmi",
        [("PER", "Jan Jansen"), ("PER", "Piet"), ("slaan", "sloeg"), ("nam", "Jan Jansen"), ("pro", "Piet")],
        [("Agent", "sloeg", "Jan Jansen"), ("Patient", "sloeg", "Piet"), ("slaat", "Jan Jansen", "Piet")],
        ("count of SemPred", "first of FooChain", "next of FooLink", "webanno.custom.DocMeta", "webanno.custom.Rel"),
        {"sloeg": {"sure": "true"}},
        {"id": "slag.txt", "title": "slag.txt"},
    ),
    "cTAKES XMI": Sample(
        {"note.xmi": CTAKES},
        "cas-xmi",
        [("SignSymptomMention", "fever")],
        [],
        ("ontologyConceptArr", "UmlsConcept"),
        {"fever": {"id": "0", "typeID": "3", "discoveryTechnique": "1", "confidence": "0.0", "polarity": "-1",
                   "uncertainty": "0", "conditional": "false", "subject": "patient"}},
    ),
    "doccano, early": Sample(
        {"file.json1": lines({"id": 1, "text": TEXT, "meta": {}, "annotation_approver": "admin",
                              "labels": [[4, 9, "ORG"], [15, 20, "GPE"]]})},
        "doccano",
        [ORG, GPE],
        more={"id": "1", "meta": {"annotation_approver": "admin"}},
    ),
    "doccano": Sample(
        {"all.jsonl": lines(
            {"id": 2, "text": TEXT, "Comments": ["let op"], "entities": [
                {"id": 7, "label": "ORG", "start_offset": 4, "end_offset": 9},
                {"id": 8, "label": "GPE", "start_offset": 15, "end_offset": 20, "confidence": "low"}],
             "relations": [{"id": 1, "from_id": 7, "to_id": 8, "type": "in"}]})},
        "doccano",
        [ORG, GPE],
        [("in", "leger", "Raqqa")],
        ("'confidence' of spans",),
    ),
    "doccano, labels of texts": Sample(
        {"all.jsonl": lines({"id": 1, "text": TEXT, "label": ["WAR"]})}, "jsonl", [], more={"meta": {"label": ["WAR"]}}
    ),
    "Prodigy ner": Sample(
        {"a.jsonl": lines({"text": TEXT, "_input_hash": 1, "_task_hash": 2, "_is_binary": False, "tokens": TOKENS,
                           "_view_id": "ner_manual", "spans": [{**LEGER, "kb_id": "Q1"}], "answer": "accept",
                           "_timestamp": 5, "_annotator_id": "ner-anna", "_session_id": "ner-anna"})},
        "prodigy",
        [ORG],
        listed=("'kb_id' of spans",),
        more={"annotator": "ner-anna", "status": "done"},
    ),
    "Prodigy binary": Sample(
        {"a.jsonl": lines({"text": TEXT, "_is_binary": True, "_view_id": "ner", "answer": "accept",
                           "spans": [{"start": 4, "end": 9, "text": "leger", "label": "ORG", "score": 0.7,
                                      "source": "nl_core", "rank": 0}]})},
        "prodigy",
        [ORG],
        more={"status": None},
    ),
    "Prodigy relations": Sample(
        {"a.jsonl": lines({"text": TEXT, "spans": [LEGER, RAQQA], "tokens": TOKENS, "_view_id": "relations",
                           "relations": [
                               {"head": 1, "child": 3, "label": "AT", "head_span": LEGER, "child_span": RAQQA},
                               {"head": 2, "child": 3, "label": "obj", "head_span": VIEL, "child_span": RAQQA}],
                           "answer": "accept"})},
        "prodigy",
        [ORG, GPE],
        [("AT", "leger", "Raqqa")],
        ("relations between words",),
    ),
    "Prodigy choice": Sample(
        {"a.jsonl": lines({"text": TEXT, "_task_hash": 2, "options": [{"id": "A"}], "accept": ["A"],
                           "_view_id": "choice", "answer": "accept"})},
        "prodigy",
        [],
        listed=("labels of whole documents",),
        more={"meta": {"options": [{"id": "A"}], "accept": ["A"], "answer": "accept"}},
    ),
    "Prodigy textcat": Sample(
        {"a.jsonl": lines({"text": TEXT, "label": "WAR", "_view_id": "classification", "answer": "reject"})},
        "prodigy",
        [],
        listed=("labels of whole documents",),
        more={"meta": {"label": "WAR", "answer": "reject"}},
    ),
    "Label Studio": Sample(
        {"project-1.json": json.dumps([LABEL_STUDIO])},
        "labelstudio",
        [ORG, GPE, ("LOC", "Raqqa")],
        [("AT", "leger", "Raqqa")],
        ("predictions beside", "ground truth", "'choices'", "'textarea'", "both directions", "without a label"),
        more={"annotator": "a@example.org", "status": "done"},
    ),
    "Label Studio, predictions": Sample(
        {"tasks.json": json.dumps([{"data": {"text": TEXT}, "predictions": [
            {"model_version": "m1", "result": [{**REGION, "score": 0.9}]}]}])},
        "labelstudio",
        [ORG],
        more={"annotator": "m1", "status": None},
    ),
    "Label Studio, short": Sample(
        {"min.json": json.dumps([{"text": TEXT, "id": 1, "label": [REGION["value"]], "sentiment": "neg", "annotator": 1,
                                  "annotation_id": 1, "lead_time": 3.1}])},
        "labelstudio",
        [ORG],
        more={"annotator": "user-1", "status": "done"},
    ),
    "CoNLL-2003": Sample(
        {"eng.train": ENGLISH},
        "conll2002",
        [("ORG", "EU"), ("MISC", "German"), ("PER", "Peter Blackburn"), ("PER", "X")],
        [],
        ("not read: 2", "not read: 3", SPACED),
    ),
    "CoNLL of Windows": Sample(
        {"a.conll": "IS\tS-ORG\r\nviel\tO\r\n \t \r\nDeir\tB-GPE\r\nal-Zor\tE-GPE\r\n   \r\nnu\tO"},
        "conll2002",
        [("ORG", "IS"), ("GPE", "Deir al-Zor")],
        [],
        (SPACED,),
        more={"text": "IS viel\nDeir al-Zor\nnu"},
    ),
    "BMES": Sample(
        {"a.bmes": "Jan\tB-PER\nM\tM-PER\nJansen\tE-PER\nin\tO\nGent\tS-LOC\n"},
        "conll2002",
        [("PER", "Jan M Jansen"), ("LOC", "Gent")],
        [],
        (SPACED,),
    ),
    "CoNLL-U Plus": Sample(
        {"a.conllup": "# global.columns = ID FORM UPOS MISC X:NER X:REL\n# sent_id = 1\n# text = Vámonos al mar.\n"
         "1-2\tVámonos\t_\t_\t_\t_\n1\tVamos\tVERB\t_\tO\t1:a\n2\tnos\tPRON\t_\tO\t_\n3-4\tal\t_\t_\t_\t_\n"
         "3\ta\tADP\t_\tO\t_\n4\tel\tDET\t_\tB-LOC\t_\n5\tmar\tNOUN\tSpaceAfter=No\tI-LOC\t_\n"
         "5.1\tx\tNOUN\t_\t_\t_\n6\t.\tPUNCT\t_\tO\t_\n\n"},
        "conllu-plus",
        [("LOC", "al mar")],
        [],
        ("one space", "X:REL"),
        more={"text": "Vámonos al mar."},
    ),
    "words and tags": Sample(
        {"train.jsonl": lines({"id": "0", "tokens": ["EU", "rejects"], "pos_tags": [22, 42],
                               "ner_tags": ["B-ORG", "O"]})},
        "jsonl",
        [("ORG", "EU")],
        [],
        ("pos_tags", SPACED),
    ),
    "words and numbers": Sample(
        {"train.jsonl": lines({"id": "0", "tokens": ["EU", "rejects"], "ner_tags": [3, 0]})},
        "jsonl",
        [],
        [],
        ("ner_tags holds numbers", SPACED),
    ),
    "spaCy pairs": Sample(
        {"train.json": json.dumps([[TEXT, {"entities": [[4, 9, "ORG", "Q1"]], "links": {}}]])},
        "spacy-json",
        [ORG],
        [],
        ("nothing behind them",),
    ),
    "displaCy": Sample(
        {"a.jsonl": lines({"text": TEXT, "ents": [{"start": 4, "end": 9, "label": "ORG"}], "title": None})},
        "doccano",
        [ORG],
    ),
}  # fmt: skip

# Files whose annotations have no reader: they are refused, and the error says what to do.
REFUSED = {
    "places under a strange key": (
        {"a.jsonl": lines({"text": TEXT, "annotations": [{"start": 4, "end": 9, "tag": "X"}]})},
        "A202",
    ),
    "places by label": ({"a.json": lines({"text": TEXT, "entities": {"Person": [{"indices": [4, 9]}]}})}, "A202"),
    "no text": ({"a.jsonl": lines({"doc_key": "x", "sentences": [["Het"]], "ner": [[[0, 0, "ORG"]]]})}, "A202"),
    "a table of words": ({"a.tsv": "sentence\tword\ttag\n1\tJan\tB-PER\n2\tGent\tB-LOC\n"}, "A202"),
    "WebAnno TSV 2": ({"a.tsv": "#id=1\n#text=Jan.\n1-1\tJan\tB-PER\t_\t_\n1-2\t.\tO\t_\t_\n"}, "A202"),
}  # fmt: skip
