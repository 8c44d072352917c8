"""The encoder that comes with the extra; skipped where that is not installed."""

import numpy as np
import pytest

from index.errors import DatelineError
from index.meaning.encoder import Encoder, cosines, installed_encoder, needed

INSTALLED = installed_encoder()


def test_who_needs_an_encoder_is_told_what_to_install() -> None:
    with pytest.raises(DatelineError, match="pip install"):
        needed(None)


@pytest.fixture
def encoder() -> Encoder:
    """The installed one."""
    if INSTALLED is None:
        pytest.skip("the extra  semantic  is not installed")
    return INSTALLED


def test_texts_that_mean_the_same_lie_close_whatever_their_words(encoder: Encoder) -> None:
    asked, like, unlike = map(
        encoder.direction,
        ("doctors on strike", "Physicians walk out of hospitals over pay", "The football season ends on Sunday"),
    )
    near, far = cosines(np.stack([like, unlike]), asked[None, :])[:, 0]
    assert near > 0.4 > 0.2 > far


@pytest.mark.parametrize("text", ["", "one", "word " * 2000, "\ud800 \x00", "北京"])
def test_every_text_has_one_direction(encoder: Encoder, text: str) -> None:
    direction = encoder.direction(text)
    assert direction.dtype == np.int8
    assert direction.shape == (384,)
    assert abs(direction.astype(int)).max() == 127
    assert (encoder.direction(text) == direction).all()
