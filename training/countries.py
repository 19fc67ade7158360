"""Makes src/newsreel/vocabulary/countries.tsv: what each country is called in English, Korean and Japanese.

    training/countries.py

The names are CLDR's through Babel (Unicode licence), with the shorter ones that the press uses beside them, by hand.
"""

from __future__ import annotations

from pathlib import Path

from babel import Locale

OUT = Path(__file__).resolve().parents[1] / "src/newsreel/vocabulary/countries.tsv"
LANGUAGES = ("en", "ko", "ja")
PRESS = {
    "US": ("USA", "America", "アメリカ", "米国", "미합중국"), "GB": ("UK", "Britain", "Great Britain", "イギリス", "英国"),
    "KR": ("Korea", "Republic of Korea", "한국", "대한민국", "韓国"), "JP": (), "CN": ("중국 본토", "中国本土"), "HK": ("홍콩", "香港", "Hong Kong"),
    "TW": ("타이완", "대만", "台湾"), "MO": ("마카오", "マカオ", "Macau"), "KP": ("北朝鮮", "북한"), "CZ": ("Czech Republic", "체코", "チェコ"),
    "TR": ("Turkey", "튀르키예", "터키", "トルコ"), "MM": ("Burma", "Myanmar"), "CI": ("Ivory Coast",), "VN": ("Viet Nam", "베트남", "ベトナム"),
    "AE": ("UAE",), "NL": ("Holland",), "MN": ("몽골", "モンゴル"),
}  # fmt: skip
LEFT_OUT = {"EU", "EZ", "QO", "UN", "XA", "XB", "XK", "ZZ"}


def main() -> None:
    """Write the table: the code, then every name."""
    tables = [Locale.parse(lang).territories for lang in LANGUAGES]
    rows = []
    for code in sorted(c for c in tables[0] if len(c) == 2 and c.isalpha() and c not in LEFT_OUT):
        names = dict.fromkeys([*(str(table[code]) for table in tables if code in table), *PRESS.get(code, ())])
        rows.append("\t".join([code, *names]))
    head = (
        "# ISO 3166-1 code, names. CLDR through Babel (Unicode licence) and the press; made by training/countries.py.\n"
    )
    OUT.write_text(head + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
