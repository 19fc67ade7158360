"""The language of a text is told by its script and its commonest words."""

from __future__ import annotations

import pytest

from newsreel.sources import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The actress will star in the new series, which is to be filmed in spring.", "en"),
        ("Ode joins Harbour as lead", "en"),
        ("Byeon Woo-seok and Kim Hye-yoon of ‘Lovely Runner’ (선재 업고 튀어) met with the press.", "en"),
        ("배우 오미나가 Glass Harbour에 출연한다.", "ko"),
        ("넷플릭스 Glass Harbour 시즌2", "ko"),
        ("映画『Glass Harbour』公開決定へ", "ja"),
        ("尾出ミナ、主演に", "ja"),
        ("La actriz protagonizará la nueva serie de la plataforma, que se rodará en la primavera.", "und"),
        ("Der Schauspieler wird in der neuen Serie die Hauptrolle spielen und mit dem Regisseur drehen.", "und"),
        ("L’actrice sera dans la nouvelle série de la chaîne, qui est tournée au printemps.", "und"),
        ("De actrice speelt in de nieuwe serie van het platform, die in het voorjaar wordt opgenomen.", "und"),
        ("该剧将于明年春天开拍，由她主演。", "und"),
        ("Актриса сыграет в новом сериале.", "und"),
        ("2031 – 13 / 3", "und"),
        ("", "und"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert language_of(text) == language
