/** Where files are read, each reader in a process of its own: frames of the page that are other sites than it. */
export const readerOrigins = ['app://reader-1', 'app://reader-2', 'app://reader-3']

const alike = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
]

/** Sent with every file of the page; held by test/electron/policy.test.ts. */
export const contentSecurityPolicy = [...alike, "frame-ancestors 'none'", `frame-src ${readerOrigins.join(' ')}`].join(
  '; ',
)

/** Sent with the files of a reader, which the page alone may frame. */
export const readerSecurityPolicy = [...alike, 'frame-ancestors app://glossator'].join('; ')
