/** Where the fitted weights of a model lie: beside a bundled model, or under the data folder for a hub model. */
import { readFile, writeFile, mkdir } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Calibration } from '../retrieval/calibration.ts';
import type { Settings } from './settings.ts';

export function calibrationPath(settings: Settings): string {
  const bundled = existsSync(join(settings.model, 'config.json'));
  const name = settings.model.replace(/[^\p{L}\p{N}._-]+/gu, '-');
  return bundled
    ? join(settings.model, 'calibration.json')
    : join(settings.dataFolder, 'calibration', `${name}.json`);
}

/** @throws {Error} in one line, with the command that mends it. */
export async function readCalibration(settings: Settings): Promise<Calibration> {
  const path = calibrationPath(settings);
  try {
    return Calibration.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (cause) {
    const mend = 'make it with "lectern calibrate"';
    throw new Error(`the calibration of the model cannot be read at ${path}; ${mend}`, { cause });
  }
}

export async function writeCalibration(settings: Settings, calibration: Calibration): Promise<string> {
  const path = calibrationPath(settings);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${JSON.stringify(calibration, null, 2)}\n`);
  return path;
}
