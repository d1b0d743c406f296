// What can be wrong with a membership log, as data; the reader is told, and the log is not believed from there on.

export type LogCode =
  /** Not the log that the invitation or the sheet names. */
  | 'membership.other-genesis'
  /** Ends before the entry that was seen last. */
  | 'membership.shortened'
  /** Another entry stands where one was seen before. */
  | 'membership.forked'
  | 'membership.malformed'
  | 'membership.version-unknown'
  | 'membership.other-network'
  /** The numbers do not go on by one. */
  | 'membership.gap'
  /** Does not name the hash of the entry before it. */
  | 'membership.chain-broken'
  | RuleCode
  | 'membership.signature-wrong'
  | 'membership.approval-wrong'

export type RuleCode =
  | 'membership.genesis-misplaced'
  /** Nobody of that name is listed. */
  | 'membership.signer-unknown'
  /** Listed, but may not sign such an entry. */
  | 'membership.signer-without-right'
  /** Two coordinators are needed for what concerns a coordinator, once there are two. */
  | 'membership.approver-missing'
  /** No coordinator, or the signer or the subject herself. */
  | 'membership.approver-without-right'
  | 'membership.last-coordinator'
  | 'membership.subject-unknown'
  | 'membership.subject-exists'
  /** A key that is or was somebody else's, or one's own that was given up. */
  | 'membership.key-reused'
  | 'membership.epoch-out-of-order'

export type LogFinding = {
  readonly code: LogCode
  /** Number of the entry. */
  readonly seq: number
}
