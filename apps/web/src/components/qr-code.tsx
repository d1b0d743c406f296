// A QR code as one path of squares, drawn here so that no other party ever sees what it says.
import { type ReactNode, useMemo } from 'react'
import { encode } from 'uqr'
import './qr-code.css'

export type QrCodeProps = {
  readonly text: string
  /** What it is and what to do with it; the text itself stands beside it for those who cannot point a camera. */
  readonly label: string
}

/** Light around it, dark squares on white, also by night: cameras read nothing else reliably. */
export function QrCode({ text, label }: QrCodeProps): ReactNode {
  const { size, path } = useMemo(() => {
    const { size: side, data } = encode(text, { border: 4, ecc: 'M' })
    const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    return { size: side, path: squares.join('') }
  }, [text])
  return (
    <svg className="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path className="qr-ground" d={`M0 0h${size}v${size}h-${size}z`} />
      <path className="qr-squares" d={path} />
    </svg>
  )
}
