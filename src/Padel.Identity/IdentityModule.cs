using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Padel.Identity.Accounts;
using Padel.Identity.Codes;
using Padel.Identity.Commands;
using Padel.Identity.Keys;
using Padel.Identity.Roles;
using Padel.Identity.SecondFactor;
using Padel.Identity.Sessions;
using Padel.Platform;
using Padel.Platform.Auth;
using Padel.Platform.Http;
using Padel.Platform.Messaging;
using Padel.Platform.Modules;

namespace Padel.Identity;

/// <summary>Who people are, how they prove it, and what they may do at a club.</summary>
public sealed class IdentityModule : IModule
{
    public const string ServiceName = "identity";

    public string Name => ServiceName;

    public IReadOnlyList<EventSubscription> Subscriptions => [];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddDatabase<IdentityModule>(Name);
        services.AddOptions<IdentityOptions>().Bind(configuration.GetSection(IdentityOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IdentityWork>();
        services.AddSingleton<KeyRing>();
        services.AddSingleton<IIdentityDirectory, IdentityDirectory>();
        services.AddSingleton<TokenIssuer>();
        services.AddSingleton<TokenDelivery>();
        services.AddSingleton<CodeHash>();
        services.AddSingleton<CodeDesk>();
        services.AddSingleton<SessionDesk>();
        services.AddSingleton<ChallengeDesk>();
        services.AddSingleton<FailureLock>();
        services.AddSingleton<Passwords>();
        services.AddSingleton<ContactOwner>();
        services.AddSingleton<Register>();
        services.AddSingleton<SignInByPassword>();
        services.AddSingleton<SignInByCode>();
        services.AddHttpClient(GoogleTokens.ClientName, client => client.Timeout = GoogleTokens.AnswerWithin);
        services.AddSingleton<GoogleTokens>();
        services.AddSingleton<SignInWithGoogle>();
        services.AddSingleton<Refresh>();
        services.AddSingleton<VerifyContact>();
        services.AddSingleton<ChangeMe>();
        services.AddSingleton<ChangePassword>();
        services.AddSingleton<ResetPassword>();
        services.AddSingleton<RecoveryCodes>();
        services.AddSingleton<SecondFactorDesk>();
        services.AddSingleton<PassSecondFactor>();
        services.AddSingleton<ConfirmSecondFactor>();
        services.AddSingleton<UserCommands>();
        services.AddJob<RotateKeys>();
        services.AddJob<Purge>();
    }

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/.well-known/jwks.json", PublishKeys.Handle).ForAnyone().WithName(nameof(PublishKeys));
        routes.MapGet("/internal/identity/roles/{userId:guid}/{clubId:guid}", TellRole.Handle).ForAnyone().ExcludeFromDescription(); // asks for its own secret

        routes.MapGet("/api/v1/auth/options", ShowOptions.Handle).ForAnyone().WithName("ShowSignInOptions");
        routes.MapPost("/api/v1/auth/registrations", Register.Handle).ForAnyone().RequireRateLimiting(RateLimits.SignUp).WithName(nameof(Register));
        routes.MapPost("/api/v1/auth/codes", RequestCode.Handle).ForAnyone().RequireRateLimiting(RateLimits.Code).WithName(nameof(RequestCode));
        routes.MapPost("/api/v1/auth/sessions", SignIn.Handle).ForAnyone().WithName(nameof(SignIn));
        routes.MapPost("/api/v1/auth/sessions/second-factor", PassSecondFactor.Handle).ForAnyone().WithName(nameof(PassSecondFactor));
        routes.MapPost("/api/v1/auth/sessions/google", SignInWithGoogle.Handle).ForAnyone().WithName(nameof(SignInWithGoogle));
        routes.MapPost("/api/v1/auth/sessions/refresh", Refresh.Handle).ForAnyone().WithName("RefreshSession");
        routes.MapDelete("/api/v1/auth/sessions/current", SignOut.Handle).ForPlayers().WithName(nameof(SignOut));

        routes.MapPost("/api/v1/auth/password-resets", RequestPasswordReset.Handle).ForAnyone().RequireRateLimiting(RateLimits.Code).WithName(nameof(RequestPasswordReset));
        routes.MapPost("/api/v1/auth/password-resets/confirmation", ResetPassword.Handle).ForAnyone().WithName(nameof(ResetPassword));

        routes.MapGet("/api/v1/me", ShowMe.Handle).ForPlayers().WithName(nameof(ShowMe));
        routes.MapPatch("/api/v1/me", ChangeMe.Handle).ForPlayers().WithName(nameof(ChangeMe));
        routes.MapPut("/api/v1/me/password", ChangePassword.Handle).ForPlayers().WithName(nameof(ChangePassword));
        routes.MapGet("/api/v1/me/sessions", ListSessions.Handle).ForPlayers().WithName(nameof(ListSessions));
        routes.MapDelete("/api/v1/me/sessions/{sessionId:guid}", EndSession.Handle).ForPlayers().WithName(nameof(EndSession));
        routes.MapPost("/api/v1/me/second-factor", StartSecondFactor.Handle).ForPlayers().WithName(nameof(StartSecondFactor));
        routes.MapPost("/api/v1/me/second-factor/confirmation", ConfirmSecondFactor.Handle).ForPlayers().WithName(nameof(ConfirmSecondFactor));
        routes.MapDelete("/api/v1/me/second-factor", RemoveSecondFactor.Handle).ForPlayers().WithName(nameof(RemoveSecondFactor));
        routes.MapPost("/api/v1/me/verifications", VerifyContact.Handle).ForPlayers().WithName(nameof(VerifyContact));

        routes.MapGet("/api/v1/clubs/{clubId}/staff", ListStaff.Handle).ForManagers().WithName(nameof(ListStaff));
        routes.MapPost("/api/v1/clubs/{clubId}/staff", AddStaff.Handle).ForManagers().WithName(nameof(AddStaff));
        routes.MapDelete("/api/v1/clubs/{clubId}/staff/{userId:guid}", RemoveStaff.Handle).ForManagers().WithName(nameof(RemoveStaff));
    }
}
