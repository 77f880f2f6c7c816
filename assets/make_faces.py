"""Makes assets/faces and style/faces.css: the serif that the pages are set in, in parts by script.

    npm pack source-serif@4.5.1 && tar xzf source-serif-4.5.1.tgz
    pip install fonttools==4.68.0 brotli==1.2.1
    python assets/make_faces.py package FALLBACK.ttf ...

The other arguments are cuts of serifs that may be on a visitor's machine, regular, italic and bold, to match the fallbacks
with: FALLBACKS below tells them by their file names. Georgia and Times New Roman are matched by Gelasio and Liberation
Serif, which have the same widths. Without these arguments the fallbacks in style/faces.css stay as they are.

The licence of Source Serif reserves its name for the font as its makers give it, so what is cut out of it has another one.
"""

import hashlib
import pathlib
import re
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = pathlib.Path(__file__).parent
FACES = HERE / "faces"
STYLE = HERE.parent / "style" / "faces.css"
NAME = "Crossread Serif"

# Style in CSS, weight in CSS, cut of the source, name of the style.
CUTS = [("normal", 400, "Regular", "Regular"), ("italic", 400, "It", "Italic"), ("normal", 600, "Semibold", "Semibold")]

# Scripts that a page may have. The first comes with every page; the others where their letters stand.
PARTS = {
    "latin": "U+0000-02AF,U+02B0-02FF,U+0300-036F,U+1E00-1EFF,U+2000-206F,U+2070-209F,U+20A0-20CF,U+2100-218F,U+2190-2193,"
    "U+2212,U+2215,U+2219,U+2248,U+2260,U+2264-2265",
    "cyrillic": "U+0400-052F,U+1C80-1C88,U+2DE0-2DFF,U+A640-A69F",
    "greek": "U+0370-03FF,U+1F00-1FFF",
}
FEATURES = "kern liga calt ccmp locl mark mkmk lnum tnum pnum".split()

# A family of the machine that stands in until the face is there: what `local()` calls it, and what the names of the files
# that have its widths begin with.
FALLBACKS = [
    ("Georgia", ["Georgia", "Gelasio"], "gelasio"),
    ("Times", ["Times New Roman", "Liberation Serif", "Tinos"], "liberationserif"),
    ("Noto", ["Noto Serif"], "noto-serif"),
    ("DejaVu", ["DejaVu Serif"], "dejavuserif"),
]

# How often letters stand in English text, in thousandths, with the space.
LETTERS = dict(zip("etaoinshrdlcumwfgypbvk ", [102, 75, 65, 62, 57, 57, 53, 50, 50, 34, 33, 23, 23, 20, 19, 18, 16, 16, 15, 12, 8, 6, 182]))


def cut(package, source, wanted, part, style, target):
    """Some code points of one cut, and those that it has."""
    font = TTFont(package / "TTF" / f"SourceSerif4-{source}.ttf")
    options = subset.Options(layout_features=FEATURES, hinting=False, notdef_outline=True, name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14])
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(wanted.replace("U+", "").replace(",", " ")))
    subsetter.subset(font)
    plain = NAME.replace(" ", "")
    names = {1: NAME, 2: style, 3: f"{plain}-{style}-{part}", 4: f"{NAME} {style}", 6: f"{plain}-{style}"}
    for record in list(font["name"].names):
        if record.nameID in names:
            record.string = names[record.nameID]
    # The same bytes whenever it is made.
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.flavor = "woff2" if target.suffix == ".woff2" else None
    font.save(target, reorderTables=True)
    return sorted(font.getBestCmap())


def ranges(points):
    """Code points as `unicode-range` writes them."""
    spans = []
    for point in points:
        if spans and point <= spans[-1][1] + 1:
            spans[-1][1] = point
        else:
            spans.append([point, point])
    return ",".join(f"U+{a:X}" if a == b else f"U+{a:X}-{b:X}" for a, b in spans)


def asked_for(part, points):
    """What makes a browser fetch a part: whole blocks would ask for it in vain, single code points take much room."""
    return ranges(points) if part != "latin" else PARTS["latin"]


def width(font):
    """The mean width of a letter of English, in the em."""
    characters, advances = font.getBestCmap(), font["hmtx"]
    total = sum(advances[characters[ord(letter)]][0] * share for letter, share in LETTERS.items())
    return total / sum(LETTERS.values()) / font["head"].unitsPerEm


def fallback(package, name, families, files):
    """Rules that give a family of the machine the widths and heights of the face."""
    rules = []
    more = {"Regular": "", "Italic": " Italic", "Semibold": " Bold"}
    for style, weight, source, called in CUTS:
        own = TTFont(package / "TTF" / f"SourceSerif4-{source}.ttf")
        em, height = own["head"].unitsPerEm, own["hhea"]
        file = next(file for file in files if is_cut(file, called))
        adjust = width(own) / width(TTFont(file))
        local = ", ".join(f'local("{family}{more[called]}")' for family in families)
        rules.append(
            f'@font-face {{ font-family: "As {name}"; font-style: {style}; font-weight: {weight}; src: {local}; '
            f"size-adjust: {adjust:.2%}; ascent-override: {height.ascent / em / adjust:.2%}; "
            f"descent-override: {-height.descent / em / adjust:.2%}; line-gap-override: 0%; }}"
        )
    return rules


def is_cut(file, called):
    """Whether a file's name is that of a cut."""
    name = pathlib.Path(file).stem.lower()
    italic, bold = "italic" in name, "bold" in name or "700" in name
    return (italic, bold) == {"Regular": (False, False), "Italic": (True, False), "Semibold": (False, True)}[called]


def main():
    package, files = pathlib.Path(sys.argv[1]), sys.argv[2:]
    for old in FACES.glob("*.woff2"):
        old.unlink()
    rules, sizes = [], {}
    for part in PARTS:
        for style, weight, source, called in CUTS:
            made = FACES / "next.woff2"
            points = cut(package, source, PARTS[part], part, called, made)
            data = made.read_bytes()
            name = f"{part}-{called.lower()}-{hashlib.sha256(data).hexdigest()[:12]}.woff2"
            made.rename(FACES / name)
            sizes[part] = sizes.get(part, 0) + len(data)
            rules.append(
                f'@font-face {{ font-family: "{NAME}"; font-style: {style}; font-weight: {weight}; font-display: swap;\n'
                f'  src: url("faces/{name}") format("woff2"); unicode-range: {asked_for(part, points)}; }}'
            )
    # For the journeys: a machine without another font.
    cut(package, "Regular", "U+0020-007E", "plain", "Regular", HERE.parent / "tests" / "browser" / "own.ttf")
    (FACES / "OFL.txt").write_text((package / "LICENSE.md").read_text())
    if files:
        known = []
        for name, families, hint in FALLBACKS:
            its = [file for file in files if pathlib.Path(file).name.lower().startswith(hint)]
            known.extend(fallback(package, name, families, its))
    else:
        known = re.findall(r'@font-face \{ font-family: "As .*', STYLE.read_text())
    intro = (
        "/* Crossread: the serif, cut out of Source Serif 4 (assets/faces/OFL.txt), and families of the machine that stand\n"
        "   in until it is there: their widths are matched, so that no line breaks elsewhere. Made by assets/make_faces.py. */\n"
    )
    STYLE.write_text(intro + "\n".join(rules + known) + "\n")
    print(", ".join(f"{part}: {size / 1024:.1f} KiB" for part, size in sizes.items()))


main()
