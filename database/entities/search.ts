import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What full text finds; apart from the complaint because it hardly ever changes. */
@Entity('complaint_search')
export class SearchRow {
  @PrimaryColumn('text', { name: 'complaint_id' })
  complaintId: string;

  /** Everything that can be searched, folded to one case and width. */
  @Column('text')
  haystack: string;

  /** The same without who complained. */
  @Column('text', { name: 'open_haystack', nullable: true })
  openHaystack: string | null;

  /** Its characters and pairs of characters. */
  @Column('text', { array: true })
  grams: string[];
}
