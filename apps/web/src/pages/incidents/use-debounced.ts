// A value once it has rested for a moment, so that not every letter is a search.
import { useEffect, useState } from 'react'

const restMilliseconds = 200

export function useDebounced(value: string): string {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restMilliseconds)
    return () => clearTimeout(timer)
  }, [value])
  return rested
}
