// The places that have no room in the bar of a phone, behind one button.
import { Link, useRouterState } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useMessages } from '../messages/messages.ts'
import { Icon } from './icons.tsx'
import type { Place } from './places-for.ts'

export function MorePlaces({ places }: { readonly places: readonly Place[] }): ReactNode {
  const { shell: words, places: names } = useMessages()
  const [isOpen, setIsOpen] = useState(false)
  const here = useRouterState({ select: ({ location }) => location.pathname })
  const isHere = places.some(({ to }) => here === to || here.startsWith(`${to}/`))
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setIsOpen}>
      <Button className={isHere ? 'more-places more-places-here' : 'more-places'}>
        <Icon name="more" />
        <span>{words.more}</span>
      </Button>
      <Popover className="popover" placement="top end">
        <Dialog className="more-list" aria-label={words.morePlaces}>
          {places.map(({ name, to }) => (
            <Link key={name} to={to} activeOptions={{ includeSearch: false }} onClick={() => setIsOpen(false)}>
              <Icon name={name} />
              <span>{names[name]}</span>
            </Link>
          ))}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
