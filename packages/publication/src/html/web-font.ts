// Fonts inside the page, so that it is whole without a network.

export type WebFont = {
  readonly family: 'Source Serif 4' | 'Source Sans 3'
  readonly style: 'normal' | 'italic'
  /** A variable WOFF2 file, weights 200 to 900. */
  readonly bytes: Uint8Array
}

export function renderFontFace({ family, style, bytes }: WebFont): string {
  const source = `url(data:font/woff2;base64,${base64(bytes)}) format("woff2")`
  return `@font-face{font-family:"${family}";font-style:${style};font-weight:200 900;font-display:block;src:${source}}`
}

export function base64(bytes: Uint8Array): string {
  let text = ''
  for (let from = 0; from < bytes.length; from += 0x8000) text += String.fromCharCode(...bytes.subarray(from, from + 0x8000))
  return btoa(text)
}
