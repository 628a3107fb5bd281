/** Windows character sets of fonts, as code pages. */
const CHARSETS: Readonly<Record<number, number>> = {
  0: 1252,
  77: 10000,
  128: 932,
  129: 949,
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
}

const LABELS: Readonly<Record<number, string>> = {
  437: 'windows-1252',
  850: 'windows-1252',
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  65001: 'utf-8',
}

export const codePageOfCharset = (charset: number): number | null => CHARSETS[charset] ?? null

interface Decoder {
  decode(bytes: Uint8Array): string
}
const decoders = new Map<number, Decoder>()

/** A decoder for a Windows code page; Western where it is not known. */
export function decoderOf(codePage: number): Decoder {
  const known = decoders.get(codePage)
  if (known) return known
  const label =
    LABELS[codePage] ?? (codePage >= 1250 && codePage <= 1258 ? `windows-${codePage}` : 'windows-1252')
  const decoder = new TextDecoder(label)
  decoders.set(codePage, decoder)
  return decoder
}
