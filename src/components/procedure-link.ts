/** What a list shows of a procedure. */
export interface ProcedureLink {
  id: string;
  /** Of its topic. */
  icon: string;
  title: string;
  /** The first sentence of its summary. */
  summary: string;
}
