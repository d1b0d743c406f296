// The founding as it stands: what was written, which keys were made, and where in it one is. Going back loses nothing.
import { useState } from 'react'
import type { Id, Organisation } from '@lykta/incident'
import type { FoundingKeys } from '../../keys/founding-keys.ts'
import { type FoundingDraft, emptyDraft } from './founding-draft.ts'
import { foundingSteps, type FoundingStep } from './founding-steps.ts'
import { dropDraft, keepDraft, readKeptDraft } from './kept-draft.ts'

/** A network that `lykta init` made: its name and organisations stand, and its keys are replaced. */
export type TakeOver = {
  readonly network: { readonly id: Id; readonly name: string; readonly municipality: string; readonly collectionStart: string; readonly timeZone: string }
  readonly organisations: readonly Organisation[]
  /** The epoch to begin with: the one after the server's last. */
  readonly epoch: number
}

/** Made together; the first line names the founder's organisation, so another one needs another line and other sheets. */
export type MadeFor = { readonly keys: FoundingKeys; readonly organisation: Id }

export type Founding = {
  readonly ids: { readonly network: Id; readonly member: Id }
  readonly takeOver: TakeOver | null
  readonly draft: FoundingDraft
  readonly write: (change: Partial<FoundingDraft>) => void
  readonly password: string
  readonly setPassword: (password: string) => void
  readonly made: MadeFor | null
  readonly setMade: (made: MadeFor) => void
  readonly written: boolean
  readonly setWritten: (written: boolean) => void
  /** Of the three sheets, by number from 0: whether it is on paper. */
  readonly printed: readonly boolean[]
  readonly setPrinted: (printed: readonly boolean[]) => void
  /** The sheets on paper are of another first line. */
  readonly sheetsOutdated: boolean
  readonly tested: boolean
  readonly setTested: (tested: boolean) => void
  readonly step: FoundingStep
  /** Steps that have been finished once. */
  readonly done: ReadonlySet<FoundingStep>
  readonly goTo: (step: FoundingStep) => void
  readonly next: () => void
  readonly back: () => void
  readonly isChanged: boolean
  /** What was written is stored: nothing of it need be kept. */
  readonly finish: () => void
}

const none = [false, false, false]

export function useFounding(today: string, takeOver: TakeOver | null): Founding {
  const [ids] = useState(() => ({ network: takeOver?.network.id ?? crypto.randomUUID(), member: crypto.randomUUID() }))
  const [draft, setDraft] = useState<FoundingDraft>(() => {
    const empty = emptyDraft(today)
    return takeOver ? { ...empty, network: takeOver.network, organisations: [] } : readKeptDraft(empty)
  })
  const [isChanged, setChanged] = useState(false)
  const [password, setPassword] = useState('')
  const [made, setMadeState] = useState<MadeFor | null>(null)
  const [written, setWritten] = useState(false)
  const [printed, setPrinted] = useState<readonly boolean[]>(none)
  const [printedGenesis, setPrintedGenesis] = useState<string>()
  const [tested, setTested] = useState(false)
  const steps = stepsOf({ takeOver })
  const [step, setStep] = useState<FoundingStep>(takeOver ? 'organisations' : 'network')
  const [done, setDone] = useState<ReadonlySet<FoundingStep>>(new Set())
  const index = steps.findIndex(({ id }) => id === step)
  const genesis = made?.keys.genesisHash
  const sheetsOutdated = printedGenesis !== undefined && printedGenesis !== genesis
  const goTo = (to: FoundingStep): void => {
    setStep(to)
    scrollTo({ top: 0 })
  }
  return {
    ids, takeOver, draft, password, made, written, printed, sheetsOutdated, tested, step, done, isChanged, goTo, setWritten, setTested,
    write: (change) => {
      const next = { ...draft, ...change }
      setDraft(next)
      setChanged(true)
      if (!takeOver) keepDraft(next)
    },
    setPassword: (text) => {
      setPassword(text)
      setChanged(true)
    },
    setMade: (keys) => {
      setMadeState(keys)
      setChanged(true)
      if (keys.keys.genesisHash !== genesis) {
        setPrinted(none)
        setTested(false)
      }
    },
    setPrinted: (sheets) => {
      setPrinted(sheets)
      setPrintedGenesis(genesis)
    },
    next: () => {
      setDone(new Set([...done, step]))
      goTo(steps[index + 1]?.id ?? 'done')
    },
    back: () => goTo(steps[Math.max(0, index - 1)]?.id ?? step),
    finish: () => {
      dropDraft()
      setChanged(false)
      setPassword('')
    },
  }
}

/** The steps that this founding has. */
export function stepsOf({ takeOver }: Pick<Founding, 'takeOver'>): readonly (typeof foundingSteps)[number][] {
  return takeOver ? foundingSteps.filter(({ id }) => id !== 'network') : foundingSteps
}
