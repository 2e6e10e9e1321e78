using Padel.Kernel;
using Padel.Payments.Charges;
using Padel.Payments.Ledger;
using Padel.Payments.Paying;

namespace Padel.Payments.Plans;

/// <summary>
/// What plans mean in the ledger. Pure. A game is paid at its full price: what the package's minutes are worth less than it is a discount,
/// what they are worth more is taken off the discounts, so that revenue less discounts is what the player paid.
/// </summary>
internal static class PlanPostings
{
    /// <summary>What the payment of a booking debits: its amount in all.</summary>
    public static IReadOnlyList<Entry> Debits(Plan plan, Money value, Money amount)
    {
        var accounts = new Accounts(plan.ClubId);
        var paid = Money.Min(value, amount);
        return [Entry.Debit(accounts.Plan(plan.PlanId), paid), Entry.Debit(accounts.Discounts, amount - paid)];
    }

    /// <summary>The minutes are worth more than the game.</summary>
    public static Posting Excess(Plan plan, Payment payment, Money more)
    {
        var accounts = new Accounts(plan.ClubId);
        return new Posting(plan.ClubId, "plan_use", $"{plan.Name}: the minutes cost more than the game", payment.Actor, "plan", plan.PlanId,
            $"payment:{payment.PaymentId}:plan-excess", Entry.Debit(accounts.Plan(plan.PlanId), more), Entry.Credit(accounts.Discounts, more));
    }

    /// <summary>Value that goes back: to the plan, or to the wallet when the plan is over.</summary>
    /// <param name="value">Of the minutes; may be more than <paramref name="amount"/>.</param>
    public static Entry[] Back(Plan plan, Money value, Money amount)
    {
        var accounts = new Accounts(plan.ClubId);
        return [Entry.Credit(plan.IsActive ? accounts.Plan(plan.PlanId) : accounts.Wallet(plan.PlayerId), value), Entry.Credit(accounts.Discounts, amount - value)];
    }

    /// <summary>A membership is earned when its period begins.</summary>
    public static Posting Begun(Plan plan, Payment payment, int taxBasisPoints)
    {
        var accounts = new Accounts(plan.ClubId);
        return new Posting(plan.ClubId, "plan_earned", $"{plan.Name}: the period begins", payment.Actor, "plan", plan.PlanId,
            $"plan:{plan.PlanId}:begun:{payment.PaymentId}",
            [Entry.Debit(accounts.Plan(plan.PlanId), payment.Amount), .. Earnings.Credits(accounts.Revenue, accounts, payment.Amount, taxBasisPoints)]);
    }

    /// <summary>What nobody used is earned when a package is over.</summary>
    public static Posting Lapsed(Plan plan, Money left, int taxBasisPoints)
    {
        var accounts = new Accounts(plan.ClubId);
        return new Posting(plan.ClubId, "plan_earned", $"{plan.Name}: over, what was not used is earned", "system", "plan", plan.PlanId,
            $"plan:{plan.PlanId}:over",
            [Entry.Debit(accounts.Plan(plan.PlanId), left), .. Earnings.Credits(accounts.Revenue, accounts, left, taxBasisPoints)]);
    }

    /// <summary>A manager gives back what was not used: out of a package's value, or out of what a membership earned too early.</summary>
    public static Posting Cancelled(Plan plan, Money left, int taxBasisPoints, Guid refundId, string reason, string actor)
    {
        var accounts = new Accounts(plan.ClubId);
        Entry[] debits = plan.IsPackage
            ? [Entry.Debit(accounts.Plan(plan.PlanId), left)]
            : Earnings.Debits(accounts.Revenue, accounts, left, taxBasisPoints);
        return new Posting(plan.ClubId, PostingKinds.RefundAsked, reason, actor, "plan", plan.PlanId, $"refund:{refundId}:asked",
            [.. debits, Entry.Credit(accounts.RefundsPayable, left)]);
    }
}
