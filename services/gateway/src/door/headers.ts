import { randomBytes } from 'node:crypto';

/** One word for one page: only scripts and styles that carry it are run. */
export const newNonce = (): string => randomBytes(16).toString('base64');

/**
 * What a browser is told with every answer. Nothing inline runs without the page's nonce; nobody may frame us; other
 * sites learn nothing from our addresses; and with TLS it is TLS from then on.
 */
export function securityHeaders(isSecure: boolean, nonce?: string): Record<string, string> {
  const inline = nonce ? ` 'nonce-${nonce}'` : '';
  return {
    'content-security-policy': [
      "default-src 'none'", `script-src 'self'${inline}`, `style-src 'self'${inline}`, "img-src 'self' data: blob:",
      "font-src 'self' data:", "connect-src 'self'", "worker-src 'self' blob:", "manifest-src 'self'", "frame-src 'self' blob:",
      "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    ...(isSecure && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
  };
}
