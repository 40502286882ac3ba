"""The timing tree: which click starts what, told as a short text."""

from __future__ import annotations

from ceremonie.deck.markup.xml import Node, find, node
from ceremonie.deck.package.unpacked import Opened
from ceremonie.deck.slide.timing import Built, Playing, builds, timing
from ceremonie.deck.slide.transition import transition


def _told(root: Node) -> list[str]:
    return [
        f"{command.get('cmd')} {find(command, './/p:cTn/@dur')[0]} "
        f"shape {find(command, './/p:spTgt/@spid')[0]}"
        for command in find(root, ".//p:cmd")
    ]


def test_each_click_starts_a_video_and_a_click_on_it_pauses_it() -> None:
    root = timing((Playing(4, 90), Playing(7, 25)))
    assert _told(root) == [
        "playFrom(0.0) 3600 shape 4",
        "playFrom(0.0) 1000 shape 7",
        "togglePause 1 shape 4",
        "togglePause 1 shape 7",
    ]


def test_the_tree_has_the_levels_without_which_nothing_plays() -> None:
    root = timing((Playing(4, 90),))
    main = find(root, "p:tnLst/p:par/p:cTn[@nodeType='tmRoot']/p:childTnLst/p:seq")[0]
    click = "p:cTn/p:childTnLst/p:par/p:cTn/p:childTnLst/p:par/p:cTn/p:childTnLst/p:par/p:cTn"
    effect = find(main, click)[0]
    assert (effect.get("presetClass"), effect.get("nodeType")) == ("mediacall", "clickEffect")
    assert find(main, "p:cTn/p:childTnLst/p:par/p:cTn/p:stCondLst/p:cond/@delay") == ["indefinite"]
    assert find(root, "//p:cMediaNode//p:spTgt/@spid") == ["4"]
    assert find(root, "//p:cTn[@nodeType='interactiveSeq']")


def test_a_clip_whose_sound_is_cut_is_silent_on_its_slide_too() -> None:
    root = timing((Playing(4, 90), Playing(7, 25, muted=True)))
    assert [one.get("mute") for one in find(root, "//p:cMediaNode")] == [None, "1"]


def test_every_step_has_its_own_number() -> None:
    ids = find(timing((Playing(4, 90), Playing(7, 25))), "//p:cTn/@id")
    assert [int(one) for one in ids] == sorted(set(map(int, ids))) or len(ids) == len(set(ids))


def test_a_slide_with_a_clip_has_poster_captions_and_timing(opened: Opened) -> None:
    name = opened.slides[7]
    root = opened.root(name)
    targets = {relation.identity: relation.target for relation in opened.relations(name)}
    picture = find(root, "//p:pic")[0]
    own = find(picture, "p:nvPicPr/p:cNvPr")[0]
    assert own.get("descr") == "Une collégienne raconte sa journée"
    assert find(own, "a:hlinkClick/@action") == ["ppaction://media"]
    assert targets[find(picture, ".//a:blip/@r:embed")[0]].endswith(".jpg")
    assert targets[find(picture, ".//p14:media/@r:embed")[0]].endswith(".mp4")
    captions = opened.parts[targets[find(picture, ".//p173:track/@r:embed")[0]]].decode()
    assert captions == ("WEBVTT\n\n00:00:00.400 --> 00:00:02.400\nBonjour à tous,\net merci.\n")
    assert _told(root)[0] == f"playFrom(0.0) 3600 shape {own.get('id')}"


def test_each_click_brings_in_its_shapes_before_the_videos() -> None:
    root = timing((Playing(9, 90),), [[Built(4, True), Built(5, False)], [Built(6, True)]])
    steps = find(root, "//p:cTn[@nodeType='mainSeq']/p:childTnLst/p:par")
    assert [find(step, ".//p:spTgt/@spid") for step in steps] == [list("4455"), list("66"), ["9"]]
    kinds = [find(step, ".//p:cTn[@presetID='10']/@nodeType") for step in steps]
    assert kinds == [["clickEffect", "withEffect"], ["clickEffect"], []]
    assert find(root, "p:bldLst/p:bldP/@spid") == ["4", "6"]
    ids = find(root, "//p:cTn/@id")
    assert len(ids) == len(set(ids))


def test_what_a_slide_does_not_have_is_not_built() -> None:
    own = node("p:nvGrpSpPr", node("p:cNvPr", id=7, name="chiffre 1"))
    tree = node("p:spTree", node("p:grpSp", own))
    assert builds(tree, (("chiffre 1", "ailleurs"), ("ailleurs",))) == [[Built(7, False)]]


def test_the_flame_travels_and_programs_that_do_not_know_how_fade() -> None:
    root = transition(morph=True)
    (choice,) = find(root, "mc:Choice")
    assert choice.get("Requires") == "p159"
    assert choice.nsmap["p159"]
    assert find(choice, "p:transition/p159:morph/@option") == ["byObject"]
    assert find(root, "mc:Fallback/p:transition/p:fade")
