"""The whole pipeline on the bundled sample: a model folder that transformers.js loads and that gives unit vectors."""
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

TRAINING = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, TRAINING)

import numpy as np

from lectern_training import tokenizer
from lectern_training.measure import ModelFolder
from lectern_training.text import normalise

TEXTS = ["Who planted a thousand trees in Lanfield?", "谁在兰原市种植了一千棵树？", "Bir grup doktor Gümüş Göl kentinde eski köprüyü onardı."]
TRANSFORMERS = os.path.join(os.path.dirname(TRAINING), "node_modules", "@xenova", "transformers")
SCRIPT = """
import { env, pipeline } from '@xenova/transformers';
const [folder, name, texts] = process.argv.slice(-3);
env.allowRemoteModels = false;
env.localModelPath = folder + '/';
const embed = await pipeline('feature-extraction', name);
const out = [];
for (const text of JSON.parse(texts)) out.push(Array.from((await embed(text, { pooling: 'mean', normalize: true })).data));
console.log(JSON.stringify(out));
"""


class Smoke(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.work = tempfile.mkdtemp()
        cls.folder = os.path.join(cls.work, "lectern-embed-smoke")
        done = subprocess.run([sys.executable, os.path.join(TRAINING, "train.py"), "--smoke", "--work", cls.work, "--out", cls.folder],
                              capture_output=True, text=True, timeout=600)
        cls.said = done.stdout + done.stderr
        if done.returncode:
            raise AssertionError(cls.said)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.work)

    def vectors(self):
        model = ModelFolder(self.folder)
        return np.stack([model.reference.vector(model.tokenizer.encode(normalise(text))) for text in TEXTS])

    def test_the_manifest_tells_the_files(self):
        with open(os.path.join(self.folder, "manifest.json"), encoding="utf-8") as file:
            manifest = json.load(file)
        self.assertEqual((manifest["id"], manifest["dimensions"], manifest["pooling"]), ("lectern-embed-smoke", 48, "mean"))
        for path, digest in manifest["files"].items():
            with open(os.path.join(self.folder, path), "rb") as file:
                self.assertEqual(hashlib.sha256(file.read()).hexdigest(), digest, path)

    def test_vectors_have_length_one_and_differ(self):
        vectors = self.vectors()
        self.assertTrue(np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5))
        self.assertLess(float(vectors[0] @ vectors[2]), 0.999)

    def test_training_learnt_something(self):
        line = next(l for l in self.said.splitlines() if l.startswith("network "))
        figures = json.loads(line[len("network "):].replace("'", '"'))
        self.assertGreater(figures["xquad same"], 5.0, line)  # chance: 2.5

    def test_the_rebuilt_tokenizer_cuts_like_the_trained_one(self):
        trained, rebuilt = tokenizer.load(self.work), tokenizer.from_json(os.path.join(self.folder, "tokenizer.json"))
        for text in TEXTS:
            self.assertEqual(trained.encode(normalise(text)), rebuilt.encode(normalise(text)))

    @unittest.skipUnless(shutil.which("node") and os.path.isdir(TRANSFORMERS), "transformers.js is not installed")
    def test_transformers_js_gives_the_same_vectors(self):
        done = subprocess.run(["node", "--input-type=module", "-", self.work, "lectern-embed-smoke", json.dumps(TEXTS)], input=SCRIPT,
                              capture_output=True, text=True, cwd=os.path.dirname(TRAINING), timeout=120)
        self.assertEqual(done.returncode, 0, done.stderr)
        there = np.array(json.loads(done.stdout.splitlines()[-1]))
        self.assertLess(np.abs(there - self.vectors()).max(), 1e-4)


if __name__ == "__main__":
    unittest.main()
