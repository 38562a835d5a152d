"""The network, its ONNX file read back by name, late interaction, the ranks."""
import os
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

import numpy as np
import onnx
import torch

from lectern_training import features, metrics, onnx_graph
from lectern_training.late_interaction import LateInteraction
from lectern_training.mixture import join
from lectern_training.network import Encoder, alike, covered
from lectern_training.reference import Reference
from lectern_training.finish import finished, flattened, mixed, sharpened
from lectern_training.static import contrast
from lectern_training.ragged import Ragged
from lectern_training.transformer import best_window, pooled, start_network


def trained_like(vocabulary=50, width=24, layers=2, heads=3, inner=40, coverage=0.75, **kernel):
    torch.manual_seed(1)
    net = Encoder(vocabulary, width, layers, heads, inner, coverage, **kernel)
    for block in net.blocks:
        torch.nn.init.normal_(block.o.weight, std=0.2)
        torch.nn.init.normal_(block.f2.weight, std=0.2)
    return net


class Network(unittest.TestCase):
    def test_untrained_blocks_change_nothing(self):
        net = Encoder(50, 24, 2, 3, 40)
        ids = torch.tensor([[4, 9, 30]])
        self.assertTrue(torch.equal(net(ids, torch.ones_like(ids)), net.emb(ids)))

    def test_padding_does_not_reach_the_vector(self):
        net = trained_like()
        alone = pooled(net, join([np.array([5, 6])]))
        together = pooled(net, join([np.array([5, 6]), np.arange(4, 30)]))
        self.assertTrue(torch.allclose(alone[0], together[0], atol=1e-5))

    def test_scaling_the_blocks_to_nothing_leaves_the_static_model(self):
        net = trained_like(coverage=None)
        net.scale_blocks(0.0)
        ids = torch.tensor([[4, 9, 30]])
        self.assertTrue(torch.allclose(net(ids, torch.ones_like(ids)), net.emb(ids)))


class Coverage(unittest.TestCase):
    def test_what_is_said_three_times_counts_like_what_is_said_once(self):
        x = torch.tensor([[[1.0, 0.0], [1.0, 0.0], [1.0, 0.0], [0.0, 1.0]]])
        mean = covered(x, torch.ones(1, 4), 1.0).mean(1)
        self.assertTrue(torch.allclose(mean, torch.full((1, 2), 0.25)))

    def test_padding_is_not_counted_and_stays_finite(self):
        x = torch.tensor([[[1.0, 0.0], [0.0, 2.0], [-1.0, 0.0], [1.0, 1.0]]])
        out = covered(x, torch.tensor([[1, 1, 0, 0]]), 0.75)
        self.assertTrue(torch.allclose(out[:, :2], x[:, :2]) and torch.isfinite(out).all())


class TokenKernel(unittest.TestCase):
    def test_tokens_have_nothing_in_common_up_to_the_threshold(self):
        self.assertTrue(torch.allclose(alike(torch.tensor([-1.0, 0.1, 0.55, 1.0]), 0.1), torch.tensor([0.0, 0.0, 0.5, 1.0])))

    def test_coverage_counts_only_what_passes_the_threshold(self):
        x = torch.tensor([[[1.0, 0.0], [0.6, 0.8]]])
        counted = covered(x, torch.ones(1, 2), 1.0, threshold=0.2)
        self.assertTrue(torch.allclose(counted, x / 1.5))

    def test_fitted_features_have_the_kernel_as_their_dot_products(self):
        rng = np.random.default_rng(0)
        table = rng.standard_normal((300, 8)).astype(np.float32)
        source = dict(name="any", views=[Ragged.of(rng.integers(0, 300, 9).tolist() for _ in range(400))])
        settings = dict(threshold=0.1, hidden=296, size=296, flatten=0.0, most=400, texts=("none",))
        found = features.fit(table, [source], settings, 0.75)(torch.from_numpy(table)).detach()
        rows = torch.from_numpy(table)
        length = rows.norm(dim=1, keepdim=True)
        kernel = alike(rows @ rows.T / length / length.T, 0.1) * length * length.T
        products = found @ found.T
        products *= (kernel * products).sum() / (products * products).sum()
        self.assertLess(((products - kernel).norm() / kernel.norm()).item(), 0.15)


class OnnxFile(unittest.TestCase):
    def check_file(self, **kernel):
        net = trained_like(**kernel)
        threshold = kernel.get("threshold", 0.0)
        weights = {name: value.detach().numpy() for name, value in net.state_dict().items()}
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "model.onnx")
            onnx.save(onnx_graph.build(weights, 2, 3, 0.75, threshold), path)
            reference = Reference(path, 3, 0.75, threshold)
            ids = [7, 3, 44, 12]
            expected = net(torch.tensor([ids]), torch.ones(1, 4, dtype=torch.long)).detach().numpy()[0]
            self.assertLess(np.abs(reference.hidden(ids) - expected).max(), 0.02 * np.abs(expected).max())
            self.assertAlmostEqual(float(np.linalg.norm(reference.vector(ids))), 1.0, places=5)
            again = trained_like(**kernel)
            again.load_state_dict({name: torch.from_numpy(np.array(value)) for name, value in reference.weights().items()})
            exact = again(torch.tensor([ids]), torch.ones(1, 4, dtype=torch.long)).detach().numpy()[0]
            self.assertLess(np.abs(reference.hidden(ids) - exact).max(), 1e-4)

    def test_the_file_read_by_name_gives_the_network_s_vectors(self):
        self.check_file()

    def test_so_does_a_file_with_a_feature_map(self):
        self.check_file(features=(32, 16), threshold=0.1)

    def test_a_quantised_matrix_is_off_by_half_a_step_at_most(self):
        matrix = np.random.default_rng(0).standard_normal((6, 5)).astype(np.float32)
        whole, scale = onnx_graph.quantise(matrix, 0)
        self.assertEqual((whole.dtype, scale.shape), (np.int8, (1, 5)))
        self.assertTrue((np.abs(whole * scale - matrix) <= scale / 2 + 1e-6).all())


class Losses(unittest.TestCase):
    def test_the_contrastive_gradient_is_the_derivative(self):
        rng = np.random.default_rng(0)
        a, b = (torch.from_numpy(rng.standard_normal((6, 8)).astype(np.float32)).requires_grad_() for _ in range(2))
        sim = a @ b.T / 0.1
        own = torch.arange(6)
        ((torch.nn.functional.cross_entropy(sim, own) + torch.nn.functional.cross_entropy(sim.T, own)) / 2).backward()
        ga, gb, _ = contrast(a.detach().numpy(), b.detach().numpy(), 0.1, half=False)
        self.assertTrue(np.allclose(ga, a.grad, atol=1e-4) and np.allclose(gb, b.grad, atol=1e-4))

    def test_a_long_passage_is_cut_to_the_part_the_question_is_about(self):
        table = np.eye(6, dtype=np.float32)
        passage = np.array([0] * 20 + [5] * 5 + [0] * 20)
        ids, start, length = best_window(join([np.array([5])]), join([passage]), table, 10)
        self.assertEqual(length[0], 10)
        self.assertEqual((ids[start[0]:start[0] + 10] == 5).sum(), 5)

    def test_keep_mixes_the_tables_and_sharpen_lengthens_long_rows(self):
        table, earlier = np.full((2, 3), 2.0, np.float32), np.ones((2, 2), np.float32)
        both = mixed([table, table], earlier, 0.5)
        self.assertTrue(np.allclose(both, [[1.5, 1.5, 1.0]] * 2))
        rows = np.array([[1.0, 0.0], [3.0, 0.0]], np.float32)
        sharp = sharpened([rows], dict(sharpen=1.0))
        self.assertAlmostEqual(float(sharp[1, 0] / sharp[0, 0]), 9.0, places=4)

    def test_a_table_that_training_went_on_from_is_not_finished_twice(self):
        table = np.array([[1.0, 0.0], [3.0, 0.0]], np.float32)
        settings = dict(keep=0.0, sharpen=1.0, flatten=0.0)
        self.assertTrue(np.allclose(finished([table], np.ones((2, 2), np.float32), [], settings, {}), table))
        self.assertFalse(np.allclose(finished([table], None, [], settings, {}), table))

    def test_flattening_evens_out_the_directions_of_text_vectors(self):
        rng = np.random.default_rng(0)
        table = (rng.standard_normal((200, 4)) * [3, 1, 1, 1]).astype(np.float32)
        source = dict(name="any", views=[Ragged.of(rng.integers(0, 200, 5).tolist() for _ in range(150))])
        network = dict(heads=1, inner=0, row_length=4.0, coverage=None)

        def unevenness(rows):
            vectors = pooled(start_network(rows, {**network, "layers": 0}), source["views"][0].take(np.arange(150))).detach().numpy()
            spread = np.linalg.eigvalsh(np.cov(vectors.T))
            return spread[-1] / spread[0]
        flat = flattened(table, [source], dict(flatten=0.3, flatten_on=("none",)), network)
        self.assertLess(unevenness(flat), 0.6 * unevenness(table))


class Measures(unittest.TestCase):
    def test_late_interaction_is_the_weighted_mean_of_best_cosines(self):
        table = np.array([[0, 0], [1, 0], [0, 2], [1, 1]], np.float32)
        late = LateInteraction(table, power=1.0)
        score = late.scores(join([np.array([1, 2])]), join([np.array([1]), np.array([3, 3]), np.array([1, 2])]))
        half = 2 ** -0.5
        self.assertTrue(np.allclose(score[0], [1 / 3, half, 1.0], atol=0.01))

    def test_a_tie_counts_against_the_model(self):
        passages = np.array([[1, 0], [1, 0], [0, 1]], np.float32)
        self.assertEqual(list(metrics.ranks(passages[[0, 2]], passages, np.array([0, 2]))), [2, 1])

    def test_summary(self):
        figures = metrics.summary([1, 1, 2, 4])
        self.assertEqual((figures["hit1"], figures["hit3"], figures["mrr"]), (50.0, 75.0, 68.75))
        self.assertTrue(figures["low"] <= 50 <= figures["high"])


if __name__ == "__main__":
    unittest.main()
