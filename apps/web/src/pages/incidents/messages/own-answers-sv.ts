// Svaren på nätverkets egna frågor i ett ärende, på svenska.
export const sv = {
  title: 'Nätverkets egna frågor',
  noTable: 'De räknas inte i någon tabell.',
}
