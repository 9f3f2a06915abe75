"""What the decisions of a person on proposals mean: accepted ones become targets and mentions, all others exclusions.

Order of the rows plays no part: everything is sorted by place in the text before it gets an id.
"""

from __future__ import annotations

from ..tables import Data
from .accounting import add_exclusions, add_silences
from .proposals import read_proposals
from .reading import Review
from .tables import Desk, open_desk, read_plain_sheets
from .targets import add_targets


def decide(review: Review, data: Data) -> Desk:
    """Turn a review workbook into rows of tables.

    Parameters
    ----------
    review
        The workbook as read.
    data
        The data to which its rows shall be added.

    Returns
    -------
    Desk
        `additions` and all `problems`; with problems the additions are not complete.
    """
    desk = open_desk(review, data)
    read_plain_sheets(desk)
    accepted, rejected = read_proposals(desk)
    add_targets(desk, accepted)
    add_exclusions(desk, accepted, rejected)
    add_silences(desk)
    return desk
