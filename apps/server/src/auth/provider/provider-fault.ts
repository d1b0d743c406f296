// Why somebody was not let in by the identity provider, in one word; never what it or anybody else wrote.

/**
 * 'denied': she said no there, or it did. 'refused': another error of its. 'unreachable': no answer, or none that can be read. 'client': it does
 * not know Lykta, or not with that secret. 'clock': its time and ours differ. 'keys': signed by no key that it publishes. 'answer': an
 * answer to another question, for somebody else, or by somebody else.
 */
export type ProviderReason = 'denied' | 'refused' | 'unreachable' | 'client' | 'clock' | 'keys' | 'answer'

export class ProviderFault extends Error {
  readonly reason: ProviderReason

  constructor(reason: ProviderReason) {
    super(reason)
    this.name = 'ProviderFault'
    this.reason = reason
  }
}
