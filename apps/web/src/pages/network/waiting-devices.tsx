// Devices that have read their code: their proof is checked and their line signed by itself, as soon as the keys are open.
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { DeviceEntry } from '../../../../server/src/api/member-types.ts'
import { membersQuery } from '../../api/member-queries.ts'
import { Button } from '../../components/button.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { keys } from '../../keys/keys.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { useNetwork } from '../../network.ts'
import { useNetworkWords } from './network-words.ts'

export function WaitingDevices({ devices }: { readonly devices: readonly DeviceEntry[] }): ReactNode {
  const words = useNetworkWords()
  const { organisations } = useNetwork()
  const queries = useQueryClient()
  const { state, log } = useKeys()
  const [others, setOthers] = useState<ReadonlySet<string>>(new Set())
  const [said, setSaid] = useState('')
  const [failure, setFailure] = useState<unknown>()
  const working = useRef(false)

  const admitAll = useEffectEvent(async (ids: string) => {
    const untried = devices.filter(({ id }) => ids.includes(id) && !others.has(id))
    if (working.current || untried.length === 0) return
    working.current = true
    // What was done is told together: one device must not take the word from the one before.
    const done: string[] = []
    try {
      for (const { id, organisation, verifyKey, invitation, proof, name } of untried) {
        setSaid([...done, words.deviceChecking(name)].join(' '))
        const admitted = await keys.admitDevice({ device: id, organisation, verifyKey, invitation, proof })
        if (admitted === false) setOthers((before) => new Set([...before, id]))
        else done.push(words.deviceListed(name))
        setSaid(done.join(' '))
      }
      setFailure(undefined)
      await queries.invalidateQueries({ queryKey: membersQuery.queryKey })
    } catch (error) {
      setSaid(done.join(' '))
      setFailure(error)
    } finally {
      working.current = false
    }
  })
  const ids = devices.map(({ id }) => id).join()
  const ready = state === 'unlocked' && log !== null
  useEffect(() => {
    if (ready) void Promise.resolve(ids).then((waiting) => admitAll(waiting))
  }, [ready, ids])

  return (
    <>
      {devices.length > 0 && (
        <div className="waits">
          {devices.map(({ id, name, organisation }) => (
            <div key={id}>
              <p>{words.deviceWaits(name, organisations.find((one) => one.id === organisation)?.name ?? words.noOrganisation)}</p>
              {others.has(id) && <p className="problem problem-warning">{words.deviceOther(name)}</p>}
            </div>
          ))}
          {state === 'locked' && (
            <>
              <p>{words.unlockForDevices(devices.length === 1)}</p>
              <Button kind="primary" onPress={() => void keys.askUnlock()}>{words.unlock}</Button>
            </>
          )}
        </div>
      )}
      <p role="status" className={said === '' ? 'unseen' : 'outcome'}>{said}</p>
      <FailureNote error={failure} />
    </>
  )
}
