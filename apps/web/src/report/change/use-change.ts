// Fetches the incident that is to be changed, once the form is known.
import type { FormVersion } from '@lykta/incident'
import { useEffect, useState } from 'react'
import { type Change, loadChange } from './task.ts'

/** Undefined until it has come, and where nothing is to be changed. */
export function useChange(form: FormVersion | undefined, ref: string | null): Change | 'failed' | undefined {
  const [loaded, setLoaded] = useState<Change | 'failed'>()
  useEffect(() => {
    if (form && ref !== null) void loadChange(form, ref).then(setLoaded, () => setLoaded('failed'))
  }, [form, ref])
  return loaded
}
