// How it is counted, in plain words: the units, the rules, the signs, and what is shown outside.
import { type ReactNode, useEffect } from 'react'
import { useLocation } from '@tanstack/react-router'
import { PageHeading } from '../../components/page-heading.tsx'
import { SignKey } from '../../components/sign-key.tsx'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { shownWords } from '../../messages/shown-words.ts'
import { useNetwork } from '../../network.ts'
import './method.css'

const units = ['incident', 'person', 'person-occurrence', 'perpetrator', 'police-report', 'organisation'] as const

export function MethodPage(): ReactNode {
  const { method: words, units: unitWords } = useMessages()
  const language = useLanguage()
  const { shownFrom } = useNetwork()
  const { hash } = useLocation()
  useEffect(() => {
    // The page is fetched when it is first opened: only now is there something to go to, for eyes and for focus.
    if (hash !== '') document.querySelector<HTMLElement>(`#${CSS.escape(hash)}`)?.focus()
  }, [hash])
  const contents = [{ id: 'units', title: words.units }, ...words.sections, { id: 'signs', title: words.signs }, { id: 'outside', title: words.outside }]
  return (
    <article className="method">
      <PageHeading title={words.title} />
      <p className="lead">{words.lead}</p>
      <nav className="method-contents" aria-label={words.contents}>
        <ul>
          {contents.map(({ id, title }) => <li key={id}><a href={`#${id}`}>{title}</a></li>)}
        </ul>
      </nav>
      <section id="units" tabIndex={-1} aria-labelledby="units-title">
        <h2 id="units-title">{words.units}</h2>
        <p>{words.unitsText}</p>
        <dl className="method-units">
          {units.map((unit) => {
            const [name, meaning] = unitWords[unit].meaning.split(/: (.*)/s)
            return (
              <div key={unit}>
                <dt>{name}</dt>
                <dd>{meaning}</dd>
              </div>
            )
          })}
        </dl>
      </section>
      {words.sections.map(({ id, title, text }) => (
        <section key={id} id={id} tabIndex={-1} aria-labelledby={`${id}-title`}>
          <h2 id={`${id}-title`}>{title}</h2>
          {text.map((paragraph) => <p key={paragraph}>{paragraph}</p>)}
        </section>
      ))}
      <section id="signs" tabIndex={-1} aria-labelledby="signs-title">
        <h2 id="signs-title">{words.signs}</h2>
        <p>{words.signsText}</p>
        <SignKey long />
      </section>
      <section id="outside" tabIndex={-1} aria-labelledby="outside-title">
        <h2 id="outside-title">{words.outside}</h2>
        {words.outsideText(shownWords(shownFrom.public, language), shownWords(shownFrom.core, language)).map((paragraph) => <p key={paragraph}>{paragraph}</p>)}
      </section>
    </article>
  )
}
