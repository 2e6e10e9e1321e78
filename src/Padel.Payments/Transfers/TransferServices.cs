using Microsoft.Extensions.DependencyInjection;
using Padel.Payments.Transfers.Matching;
using Padel.Payments.Transfers.Proofs;
using Padel.Payments.Transfers.Statements;

namespace Padel.Payments.Transfers;

internal static class TransferServices
{
    public static IServiceCollection AddTransfers(this IServiceCollection services)
    {
        services.AddSingleton<UploadProof>();
        services.AddSingleton<MatchTransfer>();
        services.AddSingleton<MatchByReference>();
        services.AddSingleton<UploadStatement>();
        services.AddSingleton<IgnoreBankLine>();
        services.AddSingleton<CreditBankLine>();
        return services;
    }
}
