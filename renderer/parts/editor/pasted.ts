/**
 * Takes styles out of pasted HTML before the editor parses it. The schema drops them anyway, but the policy of the
 * page reports every style element and attribute as a violation, even in a document that is never shown.
 */
export const withoutStyles = (html: string): string =>
  html
    .replace(/<style\b[^>]*>.*?<\/style\s*>/gis, '')
    .replace(/<[a-z][^>]*>/gi, tag =>
      tag.replace(/(?<=[\s/"'])(?:style|on[a-z]+)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi, ''),
    )
