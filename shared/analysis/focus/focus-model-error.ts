export type FocusModelFault = 'missing' | 'wrong-version' | 'corrupt' | 'hash-mismatch' | 'vectors-missing'

/** The model file cannot be used; `fault` says why, the message is fit to be shown. */
export class FocusModelError extends Error {
  override readonly name = 'FocusModelError'
  readonly fault: FocusModelFault

  constructor(fault: FocusModelFault, message: string, options?: ErrorOptions) {
    super(message, options)
    this.fault = fault
  }
}
