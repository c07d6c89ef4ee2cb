/** The upper halves of code pages that a decoder of the platform does not have (437, 850), as IBM published them. */
const upperHalves: Record<number, string> = {
  437: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
  850: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
}

/** The Windows-1252 characters of the bytes 0x80 to 0x9F (WHATWG Encoding): some versions of Node have those of Latin-1. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const labels: Record<number, string> = {
  708: 'iso-8859-6',
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  10007: 'x-mac-cyrillic',
  20866: 'koi8-r',
  21866: 'koi8-u',
  28591: 'windows-1252',
  28592: 'iso-8859-2',
  28595: 'iso-8859-5',
  65001: 'utf-8',
}

/** Code pages by the number of a Windows character set, as fonts name them; 0 for the set of symbol fonts. */
export const codePageOfCharset: Record<number, number> = {
  0: 1252,
  2: 0,
  77: 10000,
  128: 932,
  129: 949,
  130: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
  254: 437,
  255: 850,
}

const decoders = new Map<number, TextDecoder>()

const decoderOf = (codePage: number): TextDecoder => {
  let decoder = decoders.get(codePage)
  if (!decoder) {
    const label = labels[codePage] ?? (codePage >= 1250 && codePage <= 1258 ? `windows-${codePage}` : 'windows-1252')
    decoder = new TextDecoder(label)
    decoders.set(codePage, decoder)
  }
  return decoder
}

/** The characters of bytes in a Windows or DOS code page. One that is not known is read as 1252. */
export function inCodePage(bytes: Uint8Array, codePage: number): string {
  const upper = upperHalves[codePage]
  if (upper) {
    return Array.from(bytes, byte => (byte < 128 ? String.fromCharCode(byte) : (upper[byte - 128] ?? ''))).join('')
  }
  const decoder = decoderOf(codePage)
  const text = decoder.decode(bytes)
  return decoder.encoding === 'windows-1252'
    ? text.replace(/[\u0080-\u009f]/g, character => windows1252[character.charCodeAt(0) - 0x80] ?? '')
    : text
}
