// English words for what stops a spreadsheet that comes from the browser.
export const bringingEn = {
  'bringing.reasons-in-clear': () => 'Reasons came in clear text, which the server does not take. Nothing has been saved. Load the page again and choose the files anew.',
  'bringing.epoch-replaced': () => 'The network’s key was changed while the reasons were being sealed. Nothing has been imported. Compare with the register again.',
  'bringing.texts-missing': () => 'Not all sealed reasons have arrived. Nothing has been imported. Try again.',
  'bringing.changed-meanwhile': () => 'Somebody else has changed something that the rows are about. Nothing has been imported. Compare with the register again.',
  'bringing.too-much': ({ megabytes = '' }: Readonly<Record<string, string | number>>) => `The reasons are too many to be imported here: with what others are importing they are more than ${megabytes} MB. Nothing has been imported. Use the command instead, or divide the file.`,
}
