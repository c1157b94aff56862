import { csvText } from '../core/csv-text';
import { majorUnits } from '../core/shop/currency';
import type { Db } from '../store/database';
import { talliesOf } from '../store/shop-actions';
import { shopById } from '../store/shops';
import type { Download } from './download';

/** A shop and a month: `2026-11`. */
interface Params {
  readonly shopId: number;
  readonly month: string;
}

const HEADER = ['month', 'shop', 'action', 'actions', 'price', 'amount', 'currency'];

/** What a shop owes for a month as CSV: a row a kind of action and price, and a total a currency. Amounts have the digits of their currency. */
export const shopBillDownload: Download<Params> = {
  contentType: 'text/csv; charset=utf-8',
  fileName: ({ shopId, month }) => `shop-${shopId}-${month}.csv`,

  async *write(db: Db, { shopId, month }: Params) {
    const [shop, tallies] = [await shopById(db, shopId), await talliesOf(db, shopId, month)];
    const name = shop?.name ?? null;
    const rows = tallies.map(({ kind, actions, price, currency }) => [
      ...[month, name, kind, actions],
      ...[majorUnits(price, currency), majorUnits(price * actions, currency), currency],
    ]);
    const currencies = [...new Set(tallies.map(({ currency }) => currency))];
    const totals = currencies.map((currency) => {
      const own = tallies.filter((tally) => tally.currency === currency);
      const units = own.reduce((sum, { price, actions }) => sum + price * actions, 0);
      const actions = own.reduce((sum, tally) => sum + tally.actions, 0);
      return [month, name, 'total', actions, null, majorUnits(units, currency), currency];
    });
    yield csvText([HEADER, ...rows, ...totals]);
  },
};
