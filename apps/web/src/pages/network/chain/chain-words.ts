// The texts of the response chain's settings, in the language in use.
import type { StepMeaning } from '@lykta/incident'
import { ownWords } from '../../../messages/own-words.ts'

const sv = {
  title: 'Åtgärdskedjan',
  text: 'Stegen som ett ärende går igenom hos er. Ett steg tas aldrig bort, eftersom ärenden nämner det: det avslutas, och står kvar där det är nått.',
  sv: 'På svenska',
  en: 'På engelska',
  step: (n: string) => `Steg ${n}`,
  way: 'Steg på vägen',
  end: 'Hur det kan sluta',
  up: 'Flytta upp',
  upOf: (name: string) => `Flytta upp ${name}`,
  stop: 'Avsluta steget',
  stopOf: (name: string) => `Avsluta steget ${name}`,
  again: 'Ta upp igen',
  againOf: (name: string) => `Ta upp steget ${name} igen`,
  ended: (day: string) => `Avslutat ${day}`,
  means: { known: 'Fylls i av rapporten', police: 'Fylls i av incidentens svar om polisen', contact: 'Fylls i av incidentens svar om kontakt', offered: 'Fylls i av incidentens svar om erbjudet stöd', accepted: 'Fylls i av incidentens svar om stöd', declined: 'Fylls i av incidentens svar om stöd', 'not-reached': 'Säger att ingen kontakt blev av' } satisfies Record<StepMeaning, string>,
  add: 'Lägg till ett steg på vägen',
  save: 'Spara kedjan',
  saved: 'Kedjan är sparad.',
  missing: 'Skriv namnet på båda språken.',
}

const en: typeof sv = {
  title: 'The response chain',
  text: 'The steps that a case goes through with you. A step is never taken away, since cases name it: it is ended, and stays where it was reached.',
  sv: 'In Swedish',
  en: 'In English',
  step: (n) => `Step ${n}`,
  way: 'Steps on the way',
  end: 'How it may end',
  up: 'Move up',
  upOf: (name) => `Move up ${name}`,
  stop: 'End the step',
  stopOf: (name) => `End the step ${name}`,
  again: 'Take it up again',
  againOf: (name) => `Take up the step ${name} again`,
  ended: (day) => `Ended ${day}`,
  means: { known: 'Filled in by the report', police: 'Filled in by the incident’s answer about the police', contact: 'Filled in by the incident’s answer about contact', offered: 'Filled in by the incident’s answer about offered support', accepted: 'Filled in by the incident’s answer about support', declined: 'Filled in by the incident’s answer about support', 'not-reached': 'Says that there was no contact' },
  add: 'Add a step on the way',
  save: 'Save the chain',
  saved: 'The chain is saved.',
  missing: 'Write the name in both languages.',
}

export const useChainWords = ownWords({ sv, en })
