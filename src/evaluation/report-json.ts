/** Report ⇄ JSON, and the JSON Schema that others may rely on. */
import { z } from 'zod';
import { shown } from './gold-error.ts';
import { Report } from './report.ts';

/** A file that is not a report of this version; the message names file, field and value. */
export class ReportError extends Error {
  override readonly name = 'ReportError';
}

export function reportToJson(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** @throws {ReportError} */
export function parseReport(json: string, file: string): Report {
  const parsed = Report.safeParse(parseJson(json, file));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new ReportError(`${file}: no report of this version: ${issue?.path.join('.')}: ${issue?.message}`);
}

function parseJson(json: string, file: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new ReportError(`${file}: is not JSON: ${shown(json.slice(0, 80))}`, { cause: error });
  }
}

/** JSON Schema, draft 2020-12, of a report; `docs/evaluation-schema.json` is this. */
export function reportJsonSchema(): string {
  const schema = z.toJSONSchema(Report, { target: 'draft-2020-12' });
  return `${JSON.stringify({ title: 'Lectern evaluation report', ...schema }, null, 2)}\n`;
}
