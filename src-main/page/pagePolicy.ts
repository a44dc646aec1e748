/**
 * The headers that every answer of a door to its page carries, its Content-Security-Policy first.
 *
 * Scripts come from the page's own files only. Styles may be inline: Mantine sets sizes and colours through `style`
 * attributes and writes its theme into a `<style>` element. Pictures may also be `data:` (icons inside Mantine's and our
 * stylesheets) and `blob:` (a dropped picture before it is sent); neither can run. No form posts, no frame, no base.
 * @param socket where the page's socket goes, such as `ws://127.0.0.1:4100`; left out where the page uses a port
 */
export const pagePolicy = (socket?: string): Readonly<Record<string, string>> => ({
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self' data: blob:",
    "media-src 'self'",
    `connect-src 'self'${socket === undefined ? '' : ` ${socket}`}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
})
