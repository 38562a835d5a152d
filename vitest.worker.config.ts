/** Tests that run inside workerd, the runtime of Cloudflare Workers, offline. */
import { cloudflareTest } from '@cloudflare/vitest-pool-workers';
import { defineProject } from 'vitest/config';
import { ASK_LIMIT } from './test/worker/ask-limit.ts';

export default defineProject({
  plugins: [
    cloudflareTest({
      wrangler: { configPath: './wrangler.toml' },
      miniflare: { ratelimits: { ASK_LIMIT: { simple: { limit: ASK_LIMIT, period: 60 } } } },
    }),
  ],
  test: {
    name: 'worker',
    include: ['test/worker/**/*.test.ts'],
    globalSetup: ['test/worker/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
