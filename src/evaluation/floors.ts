/** Floors: values that a report must not fall under (or, where lower is better, rise above). */
import { z } from 'zod';
import { formatValue } from './format-value.ts';
import { shown } from './gold-error.ts';
import { METRICS } from './metric-catalogue.ts';
import type { Report } from './report.ts';

const METRIC_IDS = METRICS.map(({ id }) => id);

const Floor = z
  .strictObject({
    metric: z.string().refine((id) => METRIC_IDS.includes(id), `must be one of ${METRIC_IDS.join(', ')}`),
    scope: z
      .string()
      .regex(
        /^(overall|languages|(language|kind|document):.+)$/,
        'must be overall, languages, language:…, kind:… or document:…',
      ),
    minimum: z.number().min(0).max(1).optional(),
    maximum: z.number().min(0).max(1).optional(),
  })
  .refine(({ minimum, maximum }) => (minimum === undefined) !== (maximum === undefined), {
    path: ['minimum'],
    message: 'a floor has either a minimum or a maximum',
  });

const FloorFile = z.strictObject({ floors: z.array(Floor).min(1) });

export type Floor = z.infer<typeof Floor>;

/** A floors file that cannot be used. */
export class FloorError extends Error {
  override readonly name = 'FloorError';
}

/** `{"floors": [{"metric", "scope", "minimum" or "maximum"}]}`. @throws {FloorError} in one line. */
export function parseFloors(json: string, file: string): Floor[] {
  const value = parseJson(json, file);
  const parsed = FloorFile.safeParse(value);
  if (parsed.success) return parsed.data.floors;
  const issue = parsed.error.issues[0];
  const found = issue?.path.reduce<unknown>(
    (inner, key) => (inner as Record<PropertyKey, unknown>)?.[key],
    value,
  );
  throw new FloorError(
    `${file}: ${issue?.path.join('.') || 'the file'}: ${issue?.message}, found ${shown(found)}`,
  );
}

function parseJson(json: string, file: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new FloorError(`${file}: is not JSON: ${shown(json.slice(0, 80))}`, { cause: error });
  }
}

/** One line a floor that does not hold; a floor on something that was not measured does not hold. */
export function checkFloors(report: Report, floors: readonly Floor[]): string[] {
  return floors.flatMap((floor) => faultOf(report, floor) ?? []);
}

function faultOf(report: Report, { metric, scope, minimum, maximum }: Floor): string | null {
  const value = report.scopes.find((summary) => summary.scope === scope)?.values[metric]?.value ?? null;
  const bound = minimum ?? maximum ?? 0;
  const format = report.metrics.find(({ id }) => id === metric)?.format ?? 'number';
  const limit = `${minimum === undefined ? 'at most' : 'at least'} ${formatValue(bound, format)}`;
  if (value === null) return `${metric} of ${scope} was not measured, but must be ${limit}`;
  const holds = minimum === undefined ? value <= bound : value >= bound;
  return holds ? null : `${metric} of ${scope} is ${formatValue(value, format)}, but must be ${limit}`;
}
