namespace Padel.Payments.Charges;

/// <summary>
/// What a booking's state means for the money held for it. Pure, and by state alone: what was done before is in the ledger's sums, so that
/// asking twice does nothing twice.
/// </summary>
internal static class MoneyPlan
{
    /// <param name="mayGoBack">
    /// How much of what is held Booking has counted. Money it has not judged stays: it may still buy the slot again, or it is told not to be
    /// needed. Nothing, when it is a payment that asks.
    /// </param>
    public static IReadOnlyList<MoneyStep> Of(Charge charge, BookingMoney money, long mayGoBack)
    {
        var steps = new Steps(money.Held, Math.Clamp(mayGoBack, 0, money.Held));
        switch (charge.Status)
        {
            case "completed":
                var forgiven = steps.Forgive(money.Owed);
                steps.Take(MoneyStepKind.Earn, charge.PriceMinor - money.Earned - (money.Fees - forgiven));
                break;
            case "no_show":
                Fee(steps, charge, money);
                steps.Take(MoneyStepKind.Earn, charge.PriceMinor - money.Earned - money.Fees - steps.Kept);
                break;
            case "cancelled":
                Fee(steps, charge, money);
                steps.GiveBack(leave: 0);
                break;
            case "expired":
                steps.GiveBack(leave: 0);
                break;
            default: // alive: moved to a cheaper time
                steps.GiveBack(leave: charge.PriceMinor);
                break;
        }

        return steps.List;
    }

    // What is owed comes first, then the fee out of what is held; what nothing covers is owed. A log's old fees are its own affair.
    private static void Fee(Steps steps, Charge charge, BookingMoney money)
    {
        var missing = charge.FeeMinor - money.Fees - money.Earned;
        var forgiven = steps.Forgive(Math.Min(money.Owed, -missing));
        steps.Take(MoneyStepKind.PayFee, money.Owed - forgiven);
        missing -= steps.Take(MoneyStepKind.KeepFee, missing);
        if (missing > 0 && charge.PlayerId is not null && charge.Origin != "import")
            steps.List.Add(new MoneyStep(MoneyStepKind.Owe, missing));
    }

    private sealed class Steps(long held, long counted)
    {
        private long _left = held;
        private long _counted = counted;

        public List<MoneyStep> List { get; } = [];

        /// <summary>New fees out of held money.</summary>
        public long Kept { get; private set; }

        public long Take(MoneyStepKind kind, long atMost)
        {
            var taken = Math.Clamp(atMost, 0, _left);
            if (taken == 0)
                return 0;
            List.Add(new MoneyStep(kind, taken));
            _left -= taken;
            _counted = Math.Max(0, _counted - taken);
            Kept += kind == MoneyStepKind.KeepFee ? taken : 0;
            return taken;
        }

        public long Forgive(long owed)
        {
            if (owed <= 0)
                return 0;
            List.Add(new MoneyStep(MoneyStepKind.Forgive, owed));
            return owed;
        }

        public void GiveBack(long leave)
        {
            var back = Math.Min(_counted, _left) - leave;
            if (back > 0)
                List.Add(new MoneyStep(MoneyStepKind.GiveBack, back));
        }
    }
}
