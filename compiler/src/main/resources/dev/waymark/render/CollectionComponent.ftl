apiVersion: kustomize.config.k8s.io/v1alpha1
kind: Component
components:
<#list components as component>
- ${component}
</#list>
