"""What one report means is told apart by its local marks."""

import datetime as dt

from newsreel.model import Ref, Report
from newsreel.reading import read


def test_a_person_and_a_place_of_one_report_have_different_marks() -> None:
    text = (
        'Han Seo will star in the series "Blue Door," Netflix said on Wednesday.\n\n'
        'Filming of "Blue Door" began in Japan in early March. Director Mina Oda is directing the series.\n'
    )
    claims = read(Report("r", text, "en", published=dt.date(2024, 3, 13)))
    refs = {ref for claim in claims for ref in (claim.subject, claim.object) if isinstance(ref, Ref)}
    assert {"person", "place"} <= {ref.kind for ref in refs}
    assert len({ref.local for ref in refs}) == len(refs)
