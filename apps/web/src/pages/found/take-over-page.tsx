// Going on with texts whose keys the server made, when founding was left before all of them were sealed anew.
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import './found.css'
import { useFoundingWords } from './found-words.ts'
import { OldKeysStep } from './steps/old-keys-step.tsx'

export function TakeOverPage(): ReactNode {
  const { step } = useFoundingWords()
  const navigate = useNavigate()
  useEffect(() => {
    document.title = `${step['old-keys']} – Lykta`
  }, [step])
  return <OldKeysStep onNext={() => void navigate({ to: '/network', search: { part: 'keys' } })} />
}
