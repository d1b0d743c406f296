// Fields to write in, to choose from and to search with, in their states.
import type { ReactNode } from 'react'
import { Checkbox, FieldError, Input, Label, SearchField, Text, TextField } from 'react-aria-components'
import { Choice } from '../../components/choice.tsx'
import '../../components/field.css'
import { useMessages } from '../../messages/messages.ts'
import { Icon } from '../../shell/icons.tsx'
import { shownClass, States } from './states.tsx'

export function FieldStates(): ReactNode {
  const { design, incidents, keys } = useMessages()
  return (
    <>
      <States states={['rest', 'hover', 'focus', 'error', 'disabled']}>
        {(state) => (
          <TextField className="field" isInvalid={state === 'error'} isDisabled={state === 'disabled'}>
            <Label className="label">{design.fieldLabel}</Label>
            <Input className={`input ${shownClass(state)}`} />
            {state === 'error' ? <FieldError className="field-error">{design.fieldError}</FieldError> : <Text slot="description" className="hint">{design.fieldHint}</Text>}
          </TextField>
        )}
      </States>
      <States states={['rest', 'empty']}>
        {(state) => (
          <SearchField className="search" defaultValue={state === 'empty' ? '' : design.fieldLabel}>
            <Label className="label">{incidents.search}</Label>
            <div className="search-box">
              <Icon name="search" />
              <Input className="input" placeholder={incidents.searchHint} />
            </div>
          </SearchField>
        )}
      </States>
      <States states={['rest']}>
        {() => <Choice label={incidents.year} selected="any" onSelect={() => undefined} options={[{ id: 'any', text: incidents.all.year }, { id: '2019', text: '2019' }]} />}
      </States>
      <States states={['rest', 'focus', 'disabled']}>
        {(state) => (
          <Checkbox className={`checkbox ${shownClass(state)}`} defaultSelected={state !== 'disabled'} isDisabled={state === 'disabled'}>
            <span className="checkbox-box" aria-hidden="true" />
            {keys.toggle}
          </Checkbox>
        )}
      </States>
    </>
  )
}
