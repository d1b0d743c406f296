// Reading a sheet's code with the camera, where the browser itself reads codes; typing is always enough.
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { useRecoveryWords } from './recovery-words.ts'

/** Not in every browser, and not yet in TypeScript's own list. */
type Detector = { readonly detect: (source: HTMLVideoElement) => Promise<readonly { readonly rawValue: string }[]> }
type Detectors = { readonly BarcodeDetector?: new (options: { readonly formats: readonly string[] }) => Detector }
const browser = globalThis as unknown as Detectors

export function canScan(): boolean {
  return browser.BarcodeDetector !== undefined && navigator.mediaDevices !== undefined
}

const pause = 250

/** `onText`: false when it is no sheet. What the camera sees is kept nowhere. */
export function SheetScan({ sheet, onText }: { readonly sheet: number; readonly onText: (text: string) => boolean }): ReactNode {
  const words = useRecoveryWords()
  const [state, setState] = useState<'closed' | 'open' | 'other' | 'read' | 'none'>('closed')
  const isOpen = state === 'open' || state === 'other'
  return (
    <div className="sheet-scan">
      {isOpen && <Camera onText={(text) => setState(onText(text) ? 'read' : 'other')} onFailed={() => setState('none')} />}
      <Button kind="secondary" onPress={() => setState(isOpen ? 'closed' : 'open')}>{isOpen ? words.scanStop : words.scan(sheet)}</Button>
      <p role="status" className={state === 'closed' ? 'unseen' : 'hint'}>
        {state === 'open' && words.scanning}
        {state === 'other' && words.scanNot}
        {state === 'read' && words.scanned}
        {state === 'none' && words.scanNone}
      </p>
    </div>
  )
}

function Camera({ onText, onFailed }: { readonly onText: (text: string) => void; readonly onFailed: () => void }): ReactNode {
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    const left = new AbortController()
    let stream: MediaStream | undefined
    const watch = async (Reader: NonNullable<Detectors['BarcodeDetector']>): Promise<void> => {
      const reader = new Reader({ formats: ['qr_code'] })
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false })
      if (left.signal.aborted || !video.current) return stop(stream)
      video.current.srcObject = stream
      await video.current.play()
      while (!left.signal.aborted) {
        const [code] = await reader.detect(video.current)
        if (code && !left.signal.aborted) onText(code.rawValue)
        await new Promise((resolve) => setTimeout(resolve, pause))
      }
    }
    if (browser.BarcodeDetector) watch(browser.BarcodeDetector).catch(() => !left.signal.aborted && onFailed())
    return () => {
      left.abort()
      stop(stream)
    }
    // oxlint-disable-next-line react/exhaustive-deps -- Opened once, closed when it is left.
  }, [])
  return <video ref={video} className="sheet-camera" muted playsInline aria-hidden="true" />
}

function stop(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop()
}
