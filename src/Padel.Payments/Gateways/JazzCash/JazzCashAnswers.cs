namespace Padel.Payments.Gateways.JazzCash;

/// <summary>What the gateway says, read. An answer without the right hash is not believed, whatever it says: it is asked about.</summary>
internal static class JazzCashAnswers
{
    public const string Label = "JazzCash";
    private const string Completed = "Completed";
    private const string Worked = "000";

    /// <summary>The answer of the wallet call.</summary>
    public static Finding OfWallet(GatewayAnswer answer, string reference, GatewayAccount account)
    {
        if (Trusted(answer, account, out var fields) is { } doubt)
            return doubt;
        return fields["pp_TxnRefNo"] == reference ? OfPayment(fields, JazzCashPlace.Answer) : GatewayAnswer.Unknown(Label, NoAnswer.NotOurs);
    }

    /// <summary>
    /// Both shapes of the inquiry. In the newer one <c>pp_ResponseCode</c> 000 means that the inquiry worked, and nothing about the payment;
    /// the older one has the payment's code there and no field of its own for it.
    /// </summary>
    public static Finding OfInquiry(GatewayAnswer answer, string reference, GatewayAccount account)
    {
        if (Trusted(answer, account, out var fields) is { } doubt)
            return doubt;
        if (fields["pp_TxnRefNo"] is { } named && named != reference)
            return GatewayAnswer.Unknown(Label, NoAnswer.NotOurs);

        var (said, ofPayment) = (fields["pp_ResponseCode"], fields["pp_PaymentResponseCode"]);
        if (ofPayment is not null && said != Worked)
            return GatewayAnswer.Unknown(Label, said ?? NoAnswer.Unreadable);
        if ((ofPayment ?? said) is not { } code || (ofPayment is null && code == Worked))
            return OfStatus(fields["pp_Status"], said);

        var finding = With(JazzCashCodes.Judge(code, JazzCashPlace.Inquiry), fields);
        var status = fields["pp_Status"];
        var agrees = status is null || status.Equals(Completed, StringComparison.OrdinalIgnoreCase);
        return finding.Kind == FindingKind.Paid && !agrees ? OfStatus(status, code) : finding;
    }

    public static RefundFinding OfRefund(GatewayAnswer answer, GatewayAccount account)
    {
        if (Trusted(answer, account, out var fields) is { } doubt)
            return answer.ToRefundFinding(Label) with { Code = doubt.Code };
        var row = JazzCashCodes.Find(fields["pp_ResponseCode"] ?? "");
        var kind = row switch
        {
            { Code: Worked } or { Group: JazzCashGroup.Refunded } => RefundFindingKind.Done,
            { Group: JazzCashGroup.RefundRefused or JazzCashGroup.OurFault or JazzCashGroup.NotFound } => RefundFindingKind.Refused,
            _ => RefundFindingKind.Unknown,
        };
        return new RefundFinding(kind, row.Code, kind == RefundFindingKind.Done ? "Refunded." : row.Text, RetrievalReference(fields));
    }

    /// <summary>A message whose hash is right.</summary>
    public static Finding OfPayment(Fields fields, JazzCashPlace place)
    {
        if (fields["pp_ResponseCode"] is not { } code)
            return GatewayAnswer.Unknown(Label, NoAnswer.Unreadable);
        return With(JazzCashCodes.Judge(code, place), fields);
    }

    private static Finding OfStatus(string? status, string? code) => status?.ToUpperInvariant() switch
    {
        "PENDING" => Finding.Of(FindingKind.Pending, code, "JazzCash waits for your approval."),
        "FAILED" => Finding.Of(FindingKind.Failed, code, "JazzCash says that the payment failed.", canRetry: true),
        "DROPPED" => Finding.Of(FindingKind.Expired, code, "The payment was left before it was finished.", canRetry: true),
        _ => GatewayAnswer.Unknown(Label, code),
    };

    private static Finding With(Finding finding, Fields fields)
    {
        var named = Amounts.TryReadMinor(fields["pp_Amount"], fields["pp_TxnCurrency"], out var amount);
        if (!named && fields["pp_Amount"] is not null)
            return GatewayAnswer.Unknown(Label, NoAnswer.Unreadable);
        var retrieval = RetrievalReference(fields);
        var data = new Dictionary<string, string>();
        if (retrieval is not null)
            data["retrievalReference"] = retrieval;
        if (fields["pp_AuthCode"] is { } authorisation)
            data["authCode"] = authorisation;
        return finding with { Amount = named ? amount : null, GatewayReference = retrieval, Data = data, MerchantId = fields["pp_MerchantID"] };
    }

    // The vendor spells it one way in payments and another in inquiries.
    private static string? RetrievalReference(Fields fields) => fields["pp_RetreivalReferenceNo"] ?? fields["pp_RetrievalReferenceNo"];

    /// <summary>Null when the answer may be believed; otherwise what is known instead.</summary>
    private static Finding? Trusted(GatewayAnswer answer, GatewayAccount account, out Fields fields)
    {
        fields = Fields.Of([])!; // no fields, so none twice
        if (answer.Trouble is not null || Fields.OfJson(answer.Body) is not { } read)
            return answer.ToFinding(Label);
        fields = read;
        return JazzCashHash.Matches(account.Need("integritySalt"), read) ? null
            : GatewayAnswer.Unknown(Label, read["pp_ResponseCode"] ?? read["responseCode"] ?? NoAnswer.Unsigned);
    }
}
