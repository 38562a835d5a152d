"""Tests of the training package: python3 -m unittest discover -s training/tests"""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
