/** What an isolate keeps: loading once, trying again after a failure, moving to a newer snapshot. */
import { describe, expect, it } from 'vitest';
import { WorkerState } from '../../src/entries/worker-state.ts';

function harness() {
  const seen = {
    loads: 0,
    looks: 0,
    errors: [] as unknown[],
    clock: 0,
    stored: 'one' as string | null,
    failing: false,
  };
  const pending: Promise<unknown>[] = [];
  const context = { waitUntil: (promise: Promise<unknown>) => void pending.push(promise) };
  const state = new WorkerState<string>({
    load: async () => {
      seen.loads++;
      if (seen.failing) throw new Error('no snapshot');
      return { application: `application ${seen.loads}`, fingerprint: seen.stored ?? '' };
    },
    newest: async () => {
      seen.looks++;
      return seen.stored;
    },
    interval: 60_000,
    now: () => seen.clock,
    onError: (error) => void seen.errors.push(error),
  });
  const settled = () => Promise.all(pending.splice(0));
  return { seen, state, context, settled };
}

describe('the state of an isolate', () => {
  it('loads once for requests that come together', async () => {
    const { seen, state, context } = harness();
    const [a, b] = await Promise.all([state.get(context), state.get(context)]);
    expect(a).toBe(b);
    expect(seen.loads).toBe(1);
  });

  it('tries again after a failure', async () => {
    const { seen, state, context } = harness();
    seen.failing = true;
    await expect(state.get(context)).rejects.toThrow('no snapshot');
    seen.failing = false;
    expect((await state.get(context)).application).toBe('application 2');
  });

  it('looks for a newer snapshot at most once in the interval, and serves it from then on', async () => {
    const { seen, state, context, settled } = harness();
    await state.get(context);
    await state.get(context);
    await settled();
    expect(seen.looks).toBe(0);
    seen.clock = 61_000;
    seen.stored = 'two';
    expect((await state.get(context)).fingerprint).toBe('one');
    await settled();
    expect(seen.looks).toBe(1);
    expect((await state.get(context)).fingerprint).toBe('two');
    await settled();
    expect(seen.looks).toBe(1);
  });

  it('keeps serving what it has when the newer snapshot cannot be loaded, and says so', async () => {
    const { seen, state, context } = harness();
    await state.get(context);
    seen.stored = 'two';
    seen.failing = true;
    await state.refresh();
    expect(seen.errors).toHaveLength(1);
    seen.failing = false;
    expect((await state.get(context)).fingerprint).toBe('one');
  });

  it('does not load anything for a look alone, as cron does in an isolate that serves nobody', async () => {
    const { seen, state } = harness();
    await state.refresh();
    expect(seen.loads).toBe(0);
  });
});
