/** Response headers that keep a page from doing what it was not made for. */
import type { MiddlewareHandler } from 'hono';

/** No inline script or style, nothing from other sites; `/embed` alone may be framed by `frameAncestors`. */
export function securityHeaders(frameAncestors: readonly string[]): MiddlewareHandler {
  return async (context, next) => {
    await next();
    const framing = context.req.path === '/embed' ? ["'self'", ...frameAncestors].join(' ') : "'self'";
    const policy = [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data:",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'self'",
      `frame-ancestors ${framing}`,
    ].join('; ');
    context.header('Content-Security-Policy', policy);
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('Referrer-Policy', 'no-referrer');
  };
}
