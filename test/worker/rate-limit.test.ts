/** Who is refused, how visitors are told apart, and in which language they are told. */
import { describe, expect, it } from 'vitest';
import { refuseTooMany, visitorKey } from '../../src/entries/worker-rate-limit.ts';

/** Counts by key and refuses from the third request on, like the binding with a limit of two. */
function limiterOfTwo() {
  const seen = new Map<string, number>();
  return {
    async limit({ key }: { readonly key: string }) {
      const count = (seen.get(key) ?? 0) + 1;
      seen.set(key, count);
      return { success: count <= 2 };
    },
  };
}

function post(address: string, headers: Record<string, string> = {}, path = '/ask'): Request {
  const body = '{"question":"?"}';
  return new Request(`https://example.org${path}`, {
    method: 'POST',
    body,
    headers: { 'CF-Connecting-IP': address, ...headers },
  });
}

describe('the rate limit', () => {
  it('refuses with a problem in the language of the visitor, and says when to come back', async () => {
    const options = { limiter: limiterOfTwo(), allowedOrigins: ['*'], languageOf: () => 'ar' };
    expect(await refuseTooMany(post('192.0.2.1'), options)).toBeNull();
    expect(await refuseTooMany(post('192.0.2.1'), options)).toBeNull();
    const refused = await refuseTooMany(post('192.0.2.1'), options);
    expect(refused?.status).toBe(429);
    expect(refused?.headers.get('Retry-After')).toBe('60');
    expect(refused?.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(await refused?.json()).toMatchObject({ status: 429, language: 'ar', direction: 'rtl' });
    expect(await refuseTooMany(post('192.0.2.2'), options)).toBeNull();
  });

  it('counts questions only', async () => {
    const options = {
      limiter: { limit: async () => ({ success: false }) },
      allowedOrigins: ['*'],
      languageOf: () => 'en',
    };
    expect(await refuseTooMany(new Request('https://example.org/ask'), options)).toBeNull();
    expect(await refuseTooMany(post('192.0.2.1', {}, '/feedback'), options)).toBeNull();
    expect(await refuseTooMany(post('192.0.2.1'), { ...options, limiter: undefined })).toBeNull();
  });

  it('lets only admitted sites read the refusal', async () => {
    const limiter = { limit: async () => ({ success: false }) };
    const options = { limiter, allowedOrigins: ['https://news.example'], languageOf: () => 'en' };
    const admitted = await refuseTooMany(post('192.0.2.1', { Origin: 'https://news.example' }), options);
    expect(admitted?.headers.get('Access-Control-Allow-Origin')).toBe('https://news.example');
    const stranger = await refuseTooMany(post('192.0.2.1', { Origin: 'https://other.example' }), options);
    expect(stranger?.headers.get('Access-Control-Allow-Origin')).toBeNull();
  });

  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::9', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('counts %s as %s', (address, key) => {
    expect(visitorKey(address)).toBe(key);
  });

  it('counts visitors without an address together', () => {
    expect(visitorKey(null)).toBe('unknown');
  });
});
