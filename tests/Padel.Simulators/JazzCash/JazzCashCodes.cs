using Padel.Simulators.Core;

namespace Padel.Simulators.JazzCash;

/// <summary>Code and text of an answer.</summary>
internal sealed record JazzCashCode(string Code, string Message)
{
    public static readonly JazzCashCode Ok = new("000", "Thank you for Using JazzCash, your transaction was successful.");
    public static readonly JazzCashCode BadCredentials = new("101", "Merchant credentials are not valid.");
    public static readonly JazzCashCode NotFound = new("109", "Transaction does not exist.");
    public static readonly JazzCashCode InvalidField = new("110", "Invalid value for a field.");
    public static readonly JazzCashCode BadHash = new("115", "Invalid hash received.");
    public static readonly JazzCashCode Duplicate = new("422", "Duplicate transaction reference number.");
    public static readonly JazzCashCode UnregisteredReturn = new("999", "Insufficient merchant information.");

    /// <summary>What the return and the REST answer say.</summary>
    public static JazzCashCode Of(Reply reply) => reply switch
    {
        Reply.Paid => Ok,
        Reply.LowBalance => new("004", "Low balance"),
        Reply.UnknownAccount => new("002", "Account not found"),
        Reply.Cancelled => new("112", "Transaction has been cancelled by the user."),
        Reply.Pending => new("157", "Transaction is pending"),
        Reply.Voucher => new("124", "Order is placed and waiting for financials to be received over the counter."),
        Reply.Expired => new("129", "Transaction was dropped."),
        Reply.Unknown => new("987", "A code that no document explains"),
        _ => new("199", "System error"),
    };

    /// <summary>What notifications and inquiries say of the payment.</summary>
    public static JazzCashCode Of(Order order) => order.Status switch
    {
        OrderStatus.Paid when order.RefundedMinor == order.AmountMinor => new("131", "Transaction has been refunded."),
        OrderStatus.Paid => new("121", "Transaction has been marked confirmed by Merchant."),
        OrderStatus.Open => new("157", "Transaction is pending"),
        OrderStatus.Pending => order.Scenario is Scenario.Voucher or Scenario.VoucherExpires ? Of(Reply.Voucher) : Of(Reply.Pending),
        OrderStatus.Cancelled => Of(Reply.Cancelled),
        OrderStatus.Expired when order.Scenario == Scenario.VoucherExpires => new("116", "Transaction has expired."),
        OrderStatus.Expired or OrderStatus.Dropped => Of(Reply.Expired),
        OrderStatus.Reversed => new("122", "Transaction has been reversed."),
        _ => order.Scenario switch
        {
            Scenario.DeclinedLowBalance => Of(Reply.LowBalance),
            Scenario.UnknownAccount => Of(Reply.UnknownAccount),
            _ => new("402", "Transaction has been declined."),
        },
    };

    public static string StatusWord(Order order) => order.Status switch
    {
        OrderStatus.Paid => "Completed",
        OrderStatus.Open or OrderStatus.Pending => "Pending",
        OrderStatus.Expired or OrderStatus.Dropped => "Dropped",
        _ => "Failed",
    };
}
