// Choosing one of several: a labelled button that opens a list.
import type { Key, ReactNode } from 'react'
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'
import { Icon } from '../shell/icons.tsx'
import './choice.css'

export type ChoiceProps = {
  readonly label: string
  readonly options: readonly { readonly id: string; readonly text: string }[]
  readonly selected: string
  readonly onSelect: (id: string) => void
  /** Shown while nothing is chosen (`selected` is empty). */
  readonly placeholder?: string
}

export function Choice({ label, options, selected, onSelect, placeholder }: ChoiceProps): ReactNode {
  return (
    <Select className="choice" value={selected === '' ? null : selected} {...(placeholder === undefined ? {} : { placeholder })} onChange={(key: Key | null) => key !== null && onSelect(String(key))}>
      <Label className="label">{label}</Label>
      <Button className="choice-button">
        <SelectValue />
        <Icon name="down" />
      </Button>
      <Popover className="popover choice-list">
        <ListBox items={options}>
          {(option) => (
            <ListBoxItem className="choice-option" textValue={option.text}>
              {option.text}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}
