namespace Padel.MoneyChecker;

/// <summary>What bookings believe, against payments and the ledger.</summary>
internal static class BookingRules
{
    public static readonly Rule[] All =
    [
        new("No two claims on a court overlap",
            """
            select a.occupancy_id::text, b.occupancy_id::text from booking.occupancies a
            join booking.occupancies b on a.court_id = b.court_id and a.during && b.during and a.occupancy_id < b.occupancy_id
            where a.released_at is null and b.released_at is null
            """),
        new("A booking believes to be paid what was paid for it and not taken back",
            """
            select b.booking_id::text, b.status || ': ' || b.amount_paid_minor || ' against ' || coalesce(m.kept, 0)
            from booking.bookings b
            left join (
                select p.booking_id, sum(p.amount_minor - p.reversed_minor - coalesce(r.done, 0) - coalesce(n.not_needed, 0)) as kept
                from payments.payments p
                left join (select payment_id, sum(amount_minor) as done from payments.refunds
                    where status = 'done' or (kind = 'not_needed' and status <> 'declined') group by payment_id) r using (payment_id)
                left join (
                    select split_part(q.posting_key, ':', 2) as payment_id, sum(e.amount_minor) as not_needed
                    from payments.postings q join payments.entries e using (posting_id)
                    where q.posting_key like 'payment:%:not-needed%' and e.amount_minor > 0 group by 1) n on n.payment_id = p.payment_id::text
                where p.status = 'paid' and p.purpose = 'booking' group by p.booking_id) m using (booking_id)
            where b.source <> 'import' and b.amount_paid_minor <> coalesce(m.kept, 0)
            """),
        new("A confirmed booking that had to be paid is paid",
            """
            select b.booking_id::text, b.amount_paid_minor || ' of ' || b.pay_now_minor from booking.bookings b
            where b.status in ('confirmed', 'completed') and b.source = 'app' and b.pay_with <> 'at_club' and b.amount_paid_minor < b.pay_now_minor
              and not exists (select 1 from payments.payments p where p.booking_id = b.booking_id and (p.reversed_minor > 0 or p.refunded_minor > 0))
            """),
        new("Nothing is held for a booking that is over",
            """
            select b.booking_id::text, b.status || ' holds ' || -sum(e.amount_minor) from booking.bookings b
            join payments.entries e on e.account = 'club:' || b.club_id || ':booking:' || b.booking_id
            where b.status in ('completed', 'no_show', 'cancelled', 'expired') group by b.booking_id having sum(e.amount_minor) <> 0
            """),
        new("What is held for a booking is what it believes to be paid",
            """
            select b.booking_id::text, b.amount_paid_minor || ' against ' || coalesce(-sum(e.amount_minor), 0) from booking.bookings b
            left join payments.entries e on e.account = 'club:' || b.club_id || ':booking:' || b.booking_id
            where b.status in ('held', 'confirmed') and b.source <> 'import'
              and not exists (select 1 from payments.refunds r where r.booking_id = b.booking_id and r.status not in ('done', 'declined'))
            group by b.booking_id having b.amount_paid_minor <> coalesce(-sum(e.amount_minor), 0)
            """),
        new("Payments and bookings know the same bookings",
            """
            select c.booking_id::text, c.status || ' ' || c.price_minor || ' against ' || coalesce(b.status || ' ' || b.price_minor, 'no booking')
            from payments.charges c left join booking.bookings b using (booking_id)
            where b.booking_id is null or c.status <> b.status or c.price_minor <> b.price_minor
            """),
        new("No event is left over or parked",
            """
            select 'booking.inbox', event_id::text || ' ' || coalesce(last_error, 'waiting') from booking.inbox where processed_at is null
            union all
            select 'payments.inbox', event_id::text || ' ' || coalesce(last_error, 'waiting') from payments.inbox where processed_at is null
            """),
    ];
}
