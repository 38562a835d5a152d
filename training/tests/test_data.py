"""Normalisation, keeping evaluation texts out, and how batches are put together."""
import os
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

import numpy as np

from lectern_training.mixture import draw, join, piece_against_passage, piece_of_passage, split
from lectern_training.overlap import Guard
from lectern_training.ragged import Ragged, averaging_matrix
from lectern_training.text import letters_only, normalise


class Text(unittest.TestCase):
    def test_full_width_case_and_spaces_are_made_equal(self):
        self.assertEqual(normalise("  ＡＢＣ\t１２  "), "abc 12")
        self.assertEqual(letters_only("Don't — stop!"), "dontstop")


class KeepingOut(unittest.TestCase):
    PARAGRAPH = "The committee met on Tuesday in the old town hall and agreed to rebuild the northern bridge before the winter."

    def test_equal_but_for_punctuation(self):
        guard = Guard([self.PARAGRAPH])
        self.assertEqual(list(guard.refuses([self.PARAGRAPH.upper().replace(".", "!"), "Something else entirely, of no concern here."])), [True, False])
        self.assertEqual((guard.equal, guard.near), (1, 0))

    def test_a_long_part_is_a_near_duplicate(self):
        guard = Guard([self.PARAGRAPH])
        part = "Yesterday the committee met on Tuesday in the old town hall and agreed to rebuild the bridge."
        self.assertEqual(list(guard.refuses([part])), [True])
        self.assertEqual(guard.near, 1)

    def test_a_shared_name_is_not(self):
        guard = Guard([self.PARAGRAPH])
        self.assertEqual(list(guard.refuses(["old town hall", "We ate at the old town hall, listened to three long songs and went home by tram."])), [False, False])


class Batches(unittest.TestCase):
    def setUp(self):
        self.rng = np.random.default_rng(0)
        self.view = Ragged.of([[i * 10 + k for k in range(10)] for i in range(1, 40)])

    def test_rows_come_back_as_stored(self):
        ids, start, length = self.view.take(np.array([3, 0]), cap=4)
        self.assertEqual([x.tolist() for x in split((ids, start, length))], [[40, 41, 42, 43], [10, 11, 12, 13]])

    def test_the_averaging_matrix_averages(self):
        matrix, used = averaging_matrix(*join([np.array([5, 5, 7]), np.array([7])]))
        table = np.zeros((8, 1), np.float32)
        table[5], table[7] = 3, 9
        self.assertTrue(np.allclose((matrix @ table[used]).ravel(), [5, 9]))

    def test_a_text_is_in_one_passage_only_and_the_piece_in_its_own(self):
        batch = self.view.take(np.arange(39))
        queries, passages = (split(side) for side in piece_against_passage(batch, batch, self.rng))
        told = [set(p.tolist()) for p in passages]
        for i, query in enumerate(queries):
            self.assertTrue(set(query.tolist()) <= told[i])
            self.assertEqual(sum(bool(told[i] & other) for other in told), 1)

    def test_the_piece_taken_out_of_a_passage_is_gone(self):
        queries, rest = (split(side) for side in piece_of_passage(self.view.take(np.arange(39)), self.rng, drop=1.0))
        for query, left in zip(queries, rest):
            self.assertFalse(set(query.tolist()) & set(left.tolist()))
            self.assertEqual(len(query) + len(left), 10)

    def test_a_passage_occurs_once_in_a_batch(self):
        source = dict(kind="qa", n=39, views=[self.view, self.view], group=np.arange(39) // 3)
        rows, a, b = draw(source, 30, self.rng)
        self.assertEqual(len(set(source["group"][rows])), len(rows))
        self.assertEqual((a[0], b[0]), (0, 1))

    def test_mixed_languages_never_pair_a_text_with_itself_or_with_nothing(self):
        have = [np.arange(39) % 2 == 0, np.ones(39, bool), np.ones(39, bool)]
        source = dict(kind="many", n=39, views=[self.view] * 3, mask=have, p=np.ones(3))
        rows, a, b = draw(source, 39, self.rng, mixed=True)
        self.assertTrue(len(rows) and (a != b).all())
        self.assertTrue(all(have[x][r] and have[y][r] for r, x, y in zip(rows, a, b)))


if __name__ == "__main__":
    unittest.main()
