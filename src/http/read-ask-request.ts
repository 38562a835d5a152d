/** Reads and checks the body of `POST /ask`; every fault is named with its field, its value and the limit. */
import { AskRequest, LIMITS } from './contract.ts';
import { quoted, RequestProblem } from './problem.ts';

/** @throws {RequestProblem} 400, 413 or 422. */
export async function readAskRequest(request: Request): Promise<AskRequest> {
  const body = parseJson(await readText(request));
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new RequestProblem({ status: 400, key: 'error.notObject' });
  }
  const parsed = AskRequest.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw faultOf(body as Record<string, unknown>, issue?.path ?? [], acceptedBy(issue?.message ?? ''));
}

/** Stops reading at the limit, so that a body of any size costs no more memory than that. */
async function readText(request: Request): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > LIMITS.bodyBytes) {
      throw new RequestProblem({
        status: 413,
        key: 'error.bodyTooLarge',
        values: { limit: LIMITS.bodyBytes },
      });
    }
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new RequestProblem({ status: 400, key: 'error.badJson' }, { cause });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new RequestProblem({ status: 400, key: 'error.badJson' }, { cause });
  }
}

/** “Invalid input: expected string, received undefined” → “expected string”. */
function acceptedBy(message: string): string {
  return message.replace(/^[^:]+: (?=expected )/, '').replace(/, received .*$/, '');
}

function faultOf(body: Record<string, unknown>, path: readonly PropertyKey[], limit: string): RequestProblem {
  const field = path.map(String).join('.') || 'question';
  const value = path.reduce<unknown>(memberOf, body);
  if (field === 'question' && (value === undefined || typeof value === 'string')) {
    return questionFault(value ?? '');
  }
  if (field === 'language' && typeof value === 'string') {
    return new RequestProblem({
      status: 422,
      key: 'error.unknownLanguage',
      values: { value: quoted(value) },
      field,
    });
  }
  return new RequestProblem({
    status: 422,
    key: 'error.field',
    values: { field, value: value === undefined ? '–' : quoted(value), limit },
    field,
  });
}

function memberOf(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<PropertyKey, unknown>)[key]
    : undefined;
}

function questionFault(question: string): RequestProblem {
  const limit = LIMITS.questionCharacters;
  if (!question.trim())
    return new RequestProblem({ status: 422, key: 'error.questionEmpty', field: 'question' });
  const values = { value: question.length, limit };
  return new RequestProblem({ status: 422, key: 'error.questionTooLong', values, field: 'question' });
}
